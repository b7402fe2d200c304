/** What the player may do next: offered actions with their parameters, and ideas. */

import { at, focusFirst, make } from './page.js';

/** Shows the offered actions; {@code choose(action, parameters)} hears the choice. */
export function showActions(actions, choose) {
  closeParams();
  at('actions').replaceChildren(
    ...actions.map((action, index) => {
      const label = make('span', {}, action.label ?? action.id);
      const button = make('button', { type: 'button', title: action.description ?? '' }, label);
      if (index < 9) {
        const key = make('kbd', {}, String(index + 1));
        key.setAttribute('aria-hidden', 'true');
        button.ariaKeyShortcuts = String(index + 1);
        button.prepend(key);
      }
      button.addEventListener('click', () => take(action, button, choose));
      return button;
    }),
  );
}

/** Shows ideas; one that is pressed becomes the player's words, to be changed or sent. */
export function showIdeas(ideas) {
  at('ideas').replaceChildren(
    ...ideas.map((idea) => {
      const button = make('button', { type: 'button' }, idea);
      button.addEventListener('click', () => {
        at('words').value = idea;
        at('words').focus();
      });
      return button;
    }),
  );
}

function take(action, button, choose) {
  const params = Object.entries(action.params ?? {});
  if (params.length === 0) {
    choose(action, {});
    return;
  }
  // why: a form cannot stand in a form, so the fields are read by hand.
  const fields = params.map(([name, rule]) => field(name, typeof rule === 'string' ? { type: rule } : (rule ?? {})));
  const go = make('button', { type: 'button', className: 'main-button' }, 'Do it');
  const leave = make('button', { type: 'button' }, 'Not this');
  const submit = () => {
    if (fields.every(({ input }) => input.reportValidity())) {
      choose(action, Object.fromEntries(fields.map((one) => [one.name, one.value()]).filter(([, v]) => v !== undefined)));
    }
  };
  go.addEventListener('click', submit);
  leave.addEventListener('click', () => {
    closeParams();
    button.focus();
  });
  const group = make(
    'fieldset',
    {},
    make('legend', {}, action.label ?? action.id),
    ...fields.map(({ row }) => row),
    make('div', { className: 'row' }, go, leave),
  );
  group.addEventListener('keydown', (event) => keys(event, submit, leave));
  at('params').replaceChildren(group);
  at('params').hidden = false;
  group.scrollIntoView({ block: 'nearest' });
  focusFirst('#params input, #params select');
}

function keys(event, submit, leave) {
  if (event.key === 'Enter' && event.target.tagName !== 'BUTTON') {
    event.preventDefault();
    submit();
  } else if (event.key === 'Escape') {
    event.stopPropagation();
    leave.click();
  }
}

function closeParams() {
  at('params').hidden = true;
  at('params').replaceChildren();
}

/** Makes the field of one parameter; its value is undefined when it was left out. */
function field(name, rule) {
  const input = control(rule);
  input.required = rule.required !== false && input.type !== 'checkbox';
  const words = rule.description ?? name.replace(/[_-]+/g, ' ');
  return { name, input, row: make('label', {}, words, input), value: () => reading(input, rule) };
}

function control(rule) {
  if (Array.isArray(rule.enum)) {
    return make('select', {}, ...rule.enum.map((one) => make('option', { value: String(one) }, String(one))));
  }
  if (rule.type === 'boolean') {
    return make('input', { type: 'checkbox' });
  }
  if (rule.type === 'integer' || rule.type === 'number') {
    const step = rule.type === 'integer' ? '1' : 'any';
    return make('input', { type: 'number', min: rule.minimum ?? '', max: rule.maximum ?? '', step });
  }
  return make('input', { type: 'text', autocomplete: 'off' });
}

function reading(input, rule) {
  if (input.type === 'checkbox') {
    return input.checked;
  }
  if (input.value === '') {
    return undefined;
  }
  if (rule.enum) {
    return rule.enum[input.selectedIndex];
  }
  return input.type === 'number' ? Number(input.value) : input.value;
}
