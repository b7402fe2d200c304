/** Small things that every screen needs. */

/** Returns the element of that id. */
export const at = (id) => document.getElementById(id);

/** Makes an element; strings among the children become text nodes, never HTML. */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Puts a template's content on the page in place of the screen before it. */
export function show(templateId, title) {
  at('main').replaceChildren(at(templateId).content.cloneNode(true));
  document.title = title ? `${title} – QuietStories` : 'QuietStories';
}

/** Says in words what did not work, and offers to do the very same again where that can help. */
export function showFailure(failure, again) {
  const panel = at('failure');
  panel.replaceChildren(make('p', {}, failure.message));
  if (failure.retryable) {
    const button = make('button', { type: 'button' }, 'Try again');
    button.addEventListener('click', () => {
      hideFailure();
      again();
    });
    panel.append(button);
  }
  panel.hidden = false;
  focusFirst('#failure button');
}

/** Takes the last failure off the page. */
export function hideFailure() {
  at('failure').hidden = true;
  at('failure').replaceChildren();
}

/** Focuses the first element that fits and can be seen, and brings it on the screen. */
export function focusFirst(...selectors) {
  focusQuietly(...selectors)?.scrollIntoView({ block: 'nearest' });
}

/** Does the same, but leaves the page where it stands: somebody may be reading. */
export function focusQuietly(...selectors) {
  const target = selectors
    .flatMap((selector) => [...document.querySelectorAll(selector)])
    .find((element) => element.checkVisibility() && !element.disabled);
  target?.focus({ preventScroll: true });
  return target;
}

/** Enter sends the form of a text, unless Shift is held or an input method is composing. */
export function sendOnEnter(text) {
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      text.form.requestSubmit();
    }
  });
}

/** Returns who narrates, in words. */
export function narratorWords(narrator) {
  if (narrator?.provider === 'builtin') {
    return 'built-in narrator';
  }
  return narrator ? `told by ${narrator.model ?? narrator.provider}` : '';
}

/** Returns `storm_rises` as `storm rises`. */
export const spoken = (id) => id.replace(/[_-]+/g, ' ');
