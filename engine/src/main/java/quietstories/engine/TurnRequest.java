package quietstories.engine;

import java.util.Optional;
import quietstories.story.IdempotencyKey;
import quietstories.story.PlayerInput;
import quietstories.story.SessionId;

/**
 * What a player asks for.
 *
 * @param key the name that the client gave it
 * @param input what is to be played; empty if it is the last turn once more
 */
record TurnRequest(SessionId id, Optional<IdempotencyKey> key, Optional<PlayerInput> input) {}
