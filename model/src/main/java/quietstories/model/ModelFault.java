package quietstories.model;

/** Why a model gave no answer. */
public enum ModelFault {
  /** It cannot be reached, or it answered with an error of its own. */
  UNAVAILABLE,
  /** It did not answer in time. */
  TIMEOUT,
  /** It asks for fewer requests. */
  RATE_LIMITED,
  /** It does not accept the key. */
  UNAUTHORIZED,
  /** It refused the request as it was. */
  REJECTED,
  /** It answered, but what it said is of no use. */
  UNUSABLE,
  /** The one who asked no longer wants the answer. */
  CANCELLED
}
