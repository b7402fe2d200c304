/** The fields in which a player gives an action's parameters, in every form that scenarios write them. */

import { make, spoken } from './page.js';

/** Returns one field for each parameter; the cast answers parameters of type `entity`. */
export function fieldsOf(params = {}, cast = []) {
  const schema = params.type === 'object' && params.properties;
  return Object.entries(schema || params).map(([name, written]) => {
    const rule = { required: schema ? (params.required ?? []).includes(name) : true, ...ruleOf(written, cast) };
    return field(name, rule);
  });
}

/** A rule is written as a type's name, a list of values, or an object. */
function ruleOf(written, cast) {
  if (Array.isArray(written)) {
    return { values: written };
  }
  const rule = typeof written === 'string' ? { type: written } : { ...(written ?? { required: false }) };
  rule.values = rule.enum ?? (rule.type === 'entity' && cast.length ? cast.map(({ id }) => id) : undefined);
  rule.names = rule.enum ? undefined : new Map(cast.map(({ id, name }) => [id, name]));
  return rule;
}

/** A value is undefined when it was left out. */
function field(name, rule) {
  const input = control(rule);
  input.required = rule.required && rule.default === undefined && input.type !== 'checkbox';
  const row = make('label', {}, rule.description ?? spoken(name), input);
  return { name, input, row, value: () => reading(input, rule) };
}

function control(rule) {
  if (rule.values) {
    const option = (one) => make('option', { value: String(one) }, String(rule.names?.get(one) ?? one));
    return make('select', {}, ...rule.values.map(option));
  }
  if (/^bool/.test(rule.type)) {
    return make('input', { type: 'checkbox' });
  }
  if (/^(int|num|float)/.test(rule.type)) {
    const [min, max] = [rule.minimum ?? rule.min ?? '', rule.maximum ?? rule.max ?? ''];
    return make('input', { type: 'number', min, max, step: String(rule.type).startsWith('int') ? '1' : 'any' });
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
  if (rule.values) {
    return rule.values[input.selectedIndex];
  }
  return input.type === 'number' ? Number(input.value) : input.value;
}
