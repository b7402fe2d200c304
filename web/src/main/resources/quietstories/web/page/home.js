/** The first screen: a new story, and the earlier ones. */

import { at, focusFirst, hideFailure, make, sendOnEnter, show, showFailure } from './page.js';
import { call, Failure } from './server.js';

const NAME = 'quietstories-player';
// why: a draft outlives a failed step, so that trying again repeats that step and no other.
let draft = { description: '' };
let making = null;

/** Shows the screen. */
export function showHome() {
  show('home-view');
  at('description').value = draft.description;
  at('player-name').value = localStorage.getItem(NAME) ?? '';
  sendOnEnter(at('description'));
  at('begin').addEventListener('submit', (event) => {
    event.preventDefault();
    begin();
  });
  at('enrich').addEventListener('click', enrich);
  at('stop-making').addEventListener('click', () => leaveHome('Stopped.'));
  focusFirst('#description');
  listSessions();
}

/** Ends whatever the screen still waits for. */
export function leaveHome(why = 'Left.') {
  making?.abort(new Failure(why));
}

async function enrich() {
  await work('Adding detail…', enrich, async (signal) => {
    const body = { description: at('description').value };
    const { enriched } = await call('POST', 'prompts/enrich', { body, signal });
    at('description').value = enriched;
    focusFirst('#description');
  });
}

async function begin() {
  const description = at('description').value.trim();
  if (!description) {
    focusFirst('#description');
    return;
  }
  if (draft.description !== description) {
    draft = { description };
  }
  localStorage.setItem(NAME, at('player-name').value.trim());
  await work('Imagining the world…', begin, async (signal) => {
    await makeScenario(signal);
    const session = await makeSession(signal);
    draft = { description: '' };
    location.hash = `#/s/${session.id}`;
  });
}

async function makeScenario(signal) {
  if (!draft.scenario) {
    const body = { description: draft.description };
    draft.scenario = (await call('POST', 'scenarios/generate', { body, signal })).id;
  }
  say('Checking that its rules can be played…');
  const path = `scenarios/${encodeURIComponent(draft.scenario)}/compile`;
  const { status, validation_results: found } = await call('POST', path, { signal });
  if (status !== 'compiled') {
    delete draft.scenario;
    throw new Failure(`This world cannot be played yet. ${reasons(found)}`);
  }
}

function reasons({ issues = [], warnings = [] }) {
  return [...issues, ...warnings].map((one) => one.replace(/[.\s]*$/, '.')).join(' ')
    || 'Its trials found no fair way through it.';
}

async function makeSession(signal) {
  say('Setting the stage…');
  const name = at('player-name').value.trim();
  const body = { scenario_id: draft.scenario, config: { player_name: name || null } };
  return call('POST', 'sessions/', { body, signal });
}

/** Runs one piece of work: busy while it runs, and a failure offers `again`. */
async function work(words, again, task) {
  if (making) {
    return;
  }
  making = new AbortController();
  const { signal } = making;
  hideFailure();
  say(words);
  busy(true);
  try {
    await task(signal);
  } catch (cause) {
    if (!at('begin')) {
      return;
    }
    busy(false);
    showFailure(signal.aborted ? signal.reason : cause, again);
  } finally {
    making = null;
    if (at('begin')) {
      busy(false);
      say('');
    }
  }
}

function busy(on) {
  for (const id of ['begin-button', 'enrich']) {
    at(id).disabled = on;
  }
  at('description').readOnly = on;
  at('stop-making').hidden = !on;
  at('begin').setAttribute('aria-busy', String(on));
}

function say(words) {
  if (at('begin')) {
    at('progress').textContent = words;
  }
}

async function listSessions() {
  try {
    const [{ sessions }, { scenarios }] = await Promise.all([
      call('GET', 'sessions/'),
      call('GET', 'scenarios/'),
    ]);
    if (at('sessions')) {
      const names = new Map(scenarios.map(({ id, name }) => [id, name]));
      at('sessions').replaceChildren(...sessions.map((one) => item(one, names)));
      at('earlier').hidden = sessions.length === 0;
    }
  } catch (failure) {
    if (at('begin')) {
      showFailure(failure, listSessions);
    }
  }
}

function item(session, names) {
  const name = names.get(session.scenario_id) ?? 'A story';
  const day = new Date(session.updated_at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
  const ended = { lost: ', ended badly', won: ', ended well' }[session.status] ?? '';
  const turns = session.turn === 1 ? '1 turn' : `${session.turn} turns`;
  const entry = make(
    'li',
    {},
    make('a', { href: `#/s/${session.id}` }, name),
    make('span', { className: 'quiet' }, `${turns}${ended} · ${day}`),
  );
  entry.append(deleteButton(session, name, entry));
  return entry;
}

/** A story is deleted by the second press; a look elsewhere takes the first one back. */
function deleteButton(session, name, entry) {
  const button = make('button', { type: 'button', className: 'plain', ariaLabel: `Delete ${name}` }, 'Delete');
  let sure = false;
  const ask = (asked) => {
    sure = asked;
    button.textContent = asked ? 'Delete for good?' : 'Delete';
    button.ariaLabel = asked ? `Delete ${name} for good?` : `Delete ${name}`;
  };
  button.addEventListener('blur', () => ask(false));
  button.addEventListener('click', () => (sure ? remove(session, entry) : ask(true)));
  return button;
}

async function remove(session, entry) {
  try {
    await call('DELETE', `sessions/${encodeURIComponent(session.id)}`);
    entry.remove();
    at('earlier').hidden = at('sessions').childElementCount === 0;
    focusFirst('#sessions a', '#description');
  } catch (failure) {
    showFailure(failure, () => remove(session, entry));
  }
}
