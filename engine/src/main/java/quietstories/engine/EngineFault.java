package quietstories.engine;

/** Why a turn or a session could not be had. */
public enum EngineFault {
  /** There is no session of that id. */
  UNKNOWN_SESSION,
  /** The session has no such turn. */
  UNKNOWN_TURN,
  /** There is no such turn to go to, or nothing to do there. */
  OUT_OF_REACH,
  /** The story is over. */
  SESSION_ENDED,
  /** The scenario is not compiled. */
  NOT_COMPILED,
  /** Too many turns of this session wait already. */
  QUEUE_FULL,
  /** The key was used for another input. */
  KEY_REUSED,
  /** The input names an action that the scenario lacks, or gives it wrong arguments. */
  INVALID_INPUT,
  /** Somebody else changed the session while the turn was played; it can be sent again. */
  CONFLICT,
  /** The player went away. */
  CANCELLED
}
