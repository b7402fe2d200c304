/** Everything this page says to the server and hears from it. */

const TOKEN = 'quietstories-token';
// why: the server bounds each call of a model by itself; this only ends a wait for a lost server.
const PATIENCE_MS = 300_000;
// why: a stream that has nothing to tell says so every five seconds.
const SILENCE_MS = 45_000;

/** Something that did not work, in words for the player. */
export class Failure extends Error {
  constructor(message, { status = 0, retryable = true } = {}) {
    super(message);
    this.status = status;
    this.retryable = retryable;
  }
}

/** The reason of an abort that the player asked for. */
export const STOPPED = new Failure('Stopped. Nothing was added to the story.');

let askForToken = async () => null;
let asking = null;

/** Names the function that asks the player for a token; it gives null if the player has none. */
export function tokensFrom(ask) {
  askForToken = ask;
}

/** Calls the server and returns the answer's JSON. */
export async function call(method, path, { body, signal } = {}) {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const either = signal ? AbortSignal.any([signal, patience]) : patience;
  const response = await request(method, path, { body, signal: either });
  return response.json().catch((cause) => {
    throw asFailure(cause, either);
  });
}

/** Plays a turn, or the last one again, and gives its events; ends after `complete` and throws if that never comes. */
export async function* playTurn(sessionId, input, stop) {
  const alarm = () => stop.abort(new Failure('Nothing was heard from the server for a while.'));
  let watch = null;
  try {
    const way = input.again ? 'regenerate?stream=true' : 'stream';
    const response = await request('POST', `sessions/${encodeURIComponent(sessionId)}/turns/${way}`, {
      body: input.body,
      signal: stop.signal,
      headers: { Accept: 'text/event-stream', 'Idempotency-Key': input.key },
    });
    watch = setTimeout(alarm, SILENCE_MS);
    for await (const event of events(response)) {
      clearTimeout(watch);
      watch = setTimeout(alarm, SILENCE_MS);
      if (event.type === 'error') {
        throw new Failure(event.message, { retryable: event.retryable !== false });
      }
      yield event;
      if (event.type === 'complete') {
        return;
      }
    }
    throw new Failure('The connection broke before the turn was complete.');
  } catch (cause) {
    throw asFailure(cause, stop.signal);
  } finally {
    clearTimeout(watch);
  }
}

async function* events(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) {
        return;
      }
      const lines = (rest + value).split('\n');
      rest = lines.pop();
      for (const line of lines.filter((one) => one.startsWith('data: {'))) {
        yield JSON.parse(line.slice('data: '.length));
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

async function request(method, path, { body, signal, headers = {} }) {
  for (;;) {
    const token = sessionStorage.getItem(TOKEN);
    const response = await fetch(path, {
      method,
      signal,
      headers: {
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    }).catch((cause) => {
      throw asFailure(cause, signal);
    });
    if (response.status === 401) {
      await newToken(token);
    } else if (response.ok) {
      return response;
    } else {
      throw await refusal(response);
    }
  }
}

/** Gets a token other than the one that failed; calls that fail together ask together. */
async function newToken(failed) {
  if (sessionStorage.getItem(TOKEN) !== failed) {
    return;
  }
  asking ??= askForToken(failed !== null).finally(() => (asking = null));
  const token = await asking;
  if (!token) {
    throw new Failure('This server answers only with a token.', { status: 401 });
  }
  sessionStorage.setItem(TOKEN, token);
}

async function refusal(response) {
  const { detail } = await response.json().catch(() => ({}));
  const retryable = response.status >= 500 || response.status === 409 || response.status === 429;
  return new Failure(inWords(detail) ?? `The server answered ${response.status}.`, {
    status: response.status,
    retryable: retryable || response.status === 400,
  });
}

/** A detail is a sentence, or a list of faults with their places. */
function inWords(detail) {
  if (Array.isArray(detail)) {
    return detail.map(({ loc, msg }) => `${loc.slice(1).join(' › ') || loc[0]}: ${msg}`).join('; ');
  }
  return typeof detail === 'string' ? detail : undefined;
}

function asFailure(cause, signal) {
  if (signal.aborted && signal.reason instanceof Failure) {
    return signal.reason;
  }
  if (cause instanceof Failure) {
    return cause;
  }
  return new Failure(
    cause.name === 'TimeoutError'
      ? 'The server took too long to answer.'
      : 'The server cannot be reached, or the connection broke.',
  );
}
