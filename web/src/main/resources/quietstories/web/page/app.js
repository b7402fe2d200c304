/** The story that is played, and the way between the screens. */

import { showActions, showIdeas } from './choices.js';
import { leaveHome, showHome } from './home.js';
import { at, focusFirst, focusQuietly, hideFailure, make, narratorWords, sendOnEnter, show, showFailure, spoken } from './page.js';
import { Prose, tell } from './prose.js';
import { call, playTurn, STOPPED, tokensFrom } from './server.js';

/** The session on the screen, as the server told it last; null on the first screen. */
let session = null;
/** What is being played: its abort controller; null while the player thinks. */
let playing = null;
/** How many turns were taken back since the last one was played here. */
let takenBack = 0;

const WAITS = {
  model: 'The narrator is thinking',
  queue: 'Waiting for its turn',
  tool: 'The narrator is looking something up',
};

function route() {
  leaveStory();
  leaveHome();
  const id = /^#\/s\/([^/]+)$/.exec(location.hash)?.[1];
  if (id) {
    openStory(decodeURIComponent(id));
  } else {
    showHome();
  }
}

function leaveStory() {
  playing?.abort(STOPPED);
  playing = null;
  session = null;
  takenBack = 0;
}

async function openStory(id) {
  show('story-view');
  at('say').hidden = true;
  at('progress').textContent = 'Opening the story…';
  try {
    const found = await load(id);
    if (!at('telling') || !location.hash.endsWith(encodeURIComponent(id))) {
      return;
    }
    session = found;
    wireStory();
    showStory();
    offerUnfinished();
  } catch (failure) {
    if (at('telling')) {
      at('progress').textContent = '';
      showFailure(failure, () => openStory(id));
    }
  }
}

const load = (id) => call('GET', `sessions/${encodeURIComponent(id)}`);

function wireStory() {
  sendOnEnter(at('words'));
  at('say').addEventListener('submit', (event) => {
    event.preventDefault();
    const words = at('words').value.trim();
    if (words) {
      play({ action: words }, words);
    }
  });
  at('continue').addEventListener('click', () => play({ action: null }, ''));
  at('stop').addEventListener('click', () => playing?.abort(STOPPED));
  at('save').addEventListener('click', saveAsText);
  at('undo').addEventListener('click', () => travel('undo', 1));
  at('redo').addEventListener('click', () => travel('redo', -1));
  at('again').addEventListener('click', () => send({ body: {}, said: lastSaid(), key: newKey(), again: true }));
}

/** Shows the whole session, from its beginning. */
function showStory() {
  const name = session.scenario_spec?.name ?? 'A story';
  document.title = `${name} – QuietStories`;
  at('story-name').textContent = name;
  at('progress').textContent = '';
  // why: a live region that arrives filled is not read out, one that is filled later is.
  const telling = at('telling').cloneNode(false);
  const opening = make('div', { className: 'opening prose' });
  beginnings(session).forEach((text) => tell(opening, text));
  telling.append(opening);
  for (const turn of session.turn_history) {
    tell(turnView(saidIn(turn), telling).prose, turn.narrative);
  }
  at('telling').replaceWith(telling);
  showCast();
  showNow();
  telling.lastElementChild.scrollIntoView({ block: 'start' });
  focusQuietly('#words', '#ending-title');
}

/** Shows what the player may do now, or how the story ended. */
function showNow() {
  const { turn, narrator, ending } = session;
  const over = session.status !== 'active';
  at('story-turn').textContent = turn === 0 ? 'Before the first turn' : `Turn ${turn}`;
  at('story-narrator').textContent = narratorWords(narrator);
  at('say').hidden = over;
  at('say-keys').hidden = over;
  at('travel').hidden = turn === 0 && takenBack === 0;
  at('undo').hidden = turn === 0;
  at('again').hidden = turn === 0;
  at('redo').hidden = takenBack === 0;
  at('ending').hidden = !over;
  at('ending').className = `ending ${session.status}`;
  at('ending-title').textContent = session.status === 'won' ? 'The story ends well' : 'The story ends here';
  at('ending-words').textContent = ending?.message ?? '';
  showActions(over ? [] : (session.available_actions ?? []), session.entities, (action, parameters) =>
    play({ action_id: action.id, parameters }, chosen(action, parameters)),
  );
  const offered = new Set((session.available_actions ?? []).map(({ label }) => label));
  showIdeas(over ? [] : (session.suggested_actions ?? []).filter((idea) => !offered.has(idea)));
}

/** Returns the texts before the first turn; the built-in narrator's introduction is the opening. */
function beginnings({ world_background: world, scenario_spec: spec }) {
  return [...new Set([world, spec?.opening])].filter(Boolean);
}

function showCast() {
  const people = session.entities.map(({ name, id, type, background }) => [
    make('dt', {}, name ?? id, make('span', { className: 'quiet' }, ` ${spoken(type ?? '')}`)),
    make('dd', {}, background ?? ''),
  ]);
  at('cast').hidden = people.length === 0;
  at('cast').querySelector('dl').replaceChildren(...people.flat());
}

function chosen(action, parameters) {
  const values = Object.values(parameters);
  return (action.label ?? action.id) + (values.length ? `: ${values.join(', ')}` : '');
}

/** Returns the player's side of a stored turn; an action's id is shown as its label. */
function saidIn({ user_action: said }) {
  const action = session.scenario_spec?.actions?.find(({ id }) => id === said);
  return action?.label ?? said ?? '';
}

/** Takes the last turn back, or brings it back, and shows how the story stands then. */
async function travel(where, step) {
  hideFailure();
  const { id } = session;
  try {
    const there = await call('POST', `sessions/${encodeURIComponent(id)}/${where}`, { body: { turns: 1 } });
    if (session?.id === id) {
      session = there;
      takenBack = Math.max(0, takenBack + step);
      showStory();
    }
  } catch (failure) {
    showFailure(failure, () => travel(where, step));
  }
}

const lastSaid = () => saidIn(session.turn_history.at(-1) ?? {});

function turnView(said, telling) {
  const prose = make('div', { className: 'prose' });
  const verdict = make('div', { className: 'verdict quiet' });
  const view = make('article', { className: 'turn' });
  if (said) {
    view.append(make('p', { className: 'said' }, make('span', { className: 'unseen' }, 'You: '), said));
  }
  view.append(verdict, prose);
  telling.append(view);
  return { view, verdict, prose };
}

/**
 * Plays a turn. The same body as the one that failed before goes out under the same key: should the
 * server have stored it after all, it answers with the stored turn instead of playing it twice.
 */
function play(body, said) {
  const failed = unfinished();
  const same = failed && failed.turn === session.turn && JSON.stringify(failed.body) === JSON.stringify(body);
  send(same ? failed : { body, said, key: newKey(), turn: session.turn });
}

async function send(input) {
  if (playing) {
    return;
  }
  const stop = new AbortController();
  playing = stop;
  if (input.again) {
    at('telling').lastElementChild.remove();
  } else {
    remember(input);
  }
  hideFailure();
  busy(true);
  const view = turnView(input.said, at('telling'));
  view.view.scrollIntoView({ block: 'start' });
  try {
    const complete = await hear(input, stop, view);
    forget();
    takenBack = 0;
    await settle(complete, input, view);
  } catch (failure) {
    if (playing === stop) {
      view.view.remove();
      notPlayed(failure, input);
    }
  } finally {
    if (playing === stop) {
      playing = null;
      busy(false);
    }
  }
}

/** Tells the events of a turn as they come and returns the last one. */
async function hear(input, stop, view) {
  const prose = new Prose(view.prose);
  for await (const event of playTurn(session.id, input, stop)) {
    if (playing !== stop) {
      throw STOPPED;
    }
    if (event.type === 'waiting') {
      at('progress').textContent = `${WAITS[event.for] ?? 'Waiting'}… ${Math.round(event.elapsed_ms / 1000)} s`;
      continue;
    }
    if (event.type === 'verdict') {
      showVerdict(view.verdict, event);
    } else if (event.type === 'narrative_chunk') {
      at('progress').textContent = '';
      prose.add(event.content);
    } else if (event.type === 'complete') {
      prose.end();
      return event;
    }
  }
  throw STOPPED;
}

/** Takes over what a stored turn changed. */
async function settle(complete, input, view) {
  if (complete.turn !== session.turn + 1) {
    // why: a turn was stored that this page did not hear of, so it asks for all of them.
    session = await load(session.id);
    showStory();
    return;
  }
  const { turn, outcome, available_actions, suggested_actions, status, ending, revision } = complete;
  const narrator = complete.narrator ?? session.narrator;
  Object.assign(session, { turn, available_actions, suggested_actions, status, ending, revision, narrator });
  session.turn_history.push({ turn, user_action: input.said, narrative: outcome.narrative });
  showChanges(view.view, outcome.state_changes ?? []);
  if (at('words').value.trim() === input.body.action) {
    at('words').value = '';
  }
  showNow();
  if (status !== 'active') {
    focusQuietly('#ending-title');
  }
}

function notPlayed(failure, input) {
  if (input.again) {
    showStory();
    showFailure(failure, () => send({ ...input, key: newKey() }));
  } else if (failure.status === 409) {
    openStory(session.id);
  } else {
    showFailure(failure, () => send(input));
    if (!failure.retryable) {
      forget();
    }
    if (input.body.action && !at('words').value) {
      at('words').value = input.body.action;
    }
  }
}

function busy(on) {
  const wasThere = at('say').contains(document.activeElement) ? document.activeElement.id : '';
  if (session.status === 'active') {
    at('say').hidden = on;
  }
  at('stop').hidden = !on;
  at('travel').hidden = on || (session.turn === 0 && takenBack === 0);
  at('progress').textContent = on ? 'The story goes on…' : '';
  at('progress').classList.toggle('working', on);
  if (on) {
    at('say').dataset.focus = wasThere;
    focusQuietly('#stop');
  } else if (!at('failure').contains(document.activeElement)) {
    const back = at('say').dataset.focus === 'words' ? ['#words'] : ['#actions button', '#words'];
    focusQuietly(...back, '#ending-title');
  }
}

/** Shows what the rules decided: a refusal, the dice, what happened meanwhile. */
function showVerdict(place, { kind, reason, rolls, events }) {
  if (kind === 'refused') {
    place.append(make('p', { className: 'refused' }, `Not now: ${reason ?? 'the rules do not allow it.'}`));
  }
  for (const { kind: skill, die, roll, modifier, total, difficulty, success } of rolls ?? []) {
    const sum = modifier ? `${roll} ${modifier < 0 ? '−' : '+'} ${Math.abs(modifier)} = ${total}` : `${total}`;
    const result = make('span', { className: success ? 'success' : 'miss' }, success ? 'success' : 'failure');
    place.append(
      make('p', { className: 'roll' }, `${spoken(skill)} · d${die} ${sum} against ${difficulty} · `, result),
    );
  }
  if (events?.length) {
    place.append(make('p', {}, `Meanwhile: ${events.map(spoken).join(', ')}`));
  }
}

function showChanges(view, changes) {
  if (changes.length) {
    const lines = changes.map(({ op, path, value }) =>
      make('li', {}, `${spoken(path.replace(/^state\./, ''))}: ${changeWords(op, value)}`),
    );
    const title = changes.length === 1 ? '1 thing changed' : `${changes.length} things changed`;
    view.append(make('details', { className: 'changes quiet' }, make('summary', {}, title), make('ul', {}, ...lines)));
  }
}

function changeWords(op, value) {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const words = { set: text, inc: `+${text}`, dec: `−${text}`, mul: `×${text}`, pop: 'one less' };
  return (words[op] ?? `added ${text}`).replace('+-', '−');
}

const pendingPlace = () => `quietstories-pending:${session.id}`;
const remember = (input) => sessionStorage.setItem(pendingPlace(), JSON.stringify(input));
const forget = () => sessionStorage.removeItem(pendingPlace());
const unfinished = () => JSON.parse(sessionStorage.getItem(pendingPlace()) ?? 'null');

/** Offers to send the input again that was on its way when the page was left. */
function offerUnfinished() {
  const input = unfinished();
  if (input && input.turn === session.turn && session.status === 'active') {
    const words = `“${input.said || 'Let it go on'}” has not become part of the story yet.`;
    showFailure({ message: words, retryable: true }, () => send(input));
  } else {
    forget();
  }
}

// why: randomUUID exists only on secure origins, and a server in the living room has none.
const newKey = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join('-');

function saveAsText() {
  const { turn_history: turns, scenario_spec: spec } = session;
  const told = turns.map((turn) => (saidIn(turn) ? `> ${saidIn(turn)}\n\n` : '') + turn.narrative);
  const parts = [`# ${spec?.name ?? 'A story'}`, ...beginnings(session), ...told, session.ending?.message];
  const text = parts.filter(Boolean).join('\n\n') + '\n';
  const link = make('a', { download: `${spec?.name ?? 'story'}.md` });
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
  link.click();
  URL.revokeObjectURL(link.href);
}

function typing(target) {
  return target.closest('input, textarea, select, dialog') !== null;
}

function onKey(event) {
  if (!session || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
    return;
  }
  if (event.key === 'Escape') {
    playing ? playing.abort(STOPPED) : focusFirst('#actions button', '#continue');
  } else if (!typing(event.target) && !playing) {
    chooseByKey(event);
  }
}

function chooseByKey(event) {
  const buttons = [...at('actions').children];
  const here = buttons.indexOf(document.activeElement);
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (/^[1-9]$/.test(event.key) && !at('say').hidden) {
    buttons[event.key - 1]?.click();
  } else if (event.key === '/') {
    focusFirst('#words');
  } else if (step && here >= 0) {
    buttons.at((here + step) % buttons.length).focus();
  } else {
    return;
  }
  event.preventDefault();
}

tokensFrom((rejected) => {
  const dialog = at('token-dialog');
  at('token-rejected').hidden = !rejected;
  at('token').value = '';
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    const closed = () => resolve(dialog.returnValue === 'use' ? at('token').value.trim() : null);
    dialog.addEventListener('close', closed, { once: true });
  });
});

addEventListener('hashchange', route);
addEventListener('keydown', onKey);
route();
