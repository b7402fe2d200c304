/** What the player may do next: offered actions with their parameters, and ideas. */

import { fieldsOf } from './fields.js';
import { at, focusFirst, make } from './page.js';

/** Shows the offered actions; `choose(action, parameters)` hears the choice. */
export function showActions(actions, cast, choose) {
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
      button.addEventListener('click', () => take(action, fieldsOf(action.params, cast), button, choose));
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

function take(action, fields, button, choose) {
  if (fields.length === 0) {
    choose(action, {});
    return;
  }
  const go = make('button', { type: 'button', className: 'main-button' }, 'Do it');
  const leave = make('button', { type: 'button' }, 'Not this');
  const submit = () => {
    if (fields.every(({ input }) => input.reportValidity())) {
      const given = fields.map((one) => [one.name, one.value()]);
      choose(action, Object.fromEntries(given.filter(([, value]) => value !== undefined)));
    }
  };
  go.addEventListener('click', submit);
  leave.addEventListener('click', () => {
    closeParams();
    button.focus();
  });
  // why: a form cannot stand in a form, so keys and validity are looked after here.
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
