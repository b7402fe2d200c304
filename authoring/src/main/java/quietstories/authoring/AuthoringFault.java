package quietstories.authoring;

/** Why something could not be written, read, compiled or deleted. */
public enum AuthoringFault {
  /** There is no scenario of that id. */
  UNKNOWN_SCENARIO,
  /** Sessions still use the scenario. */
  IN_USE,
  /** The document is no scenario; the problems say why. */
  INVALID_SPEC,
  /** The description is too short to be enriched. */
  TOO_SHORT,
  /** The model answered, also when asked again, but nothing can be made of what it said. */
  UNUSABLE_ANSWER
}
