package quietstories.engine.telling;

import quietstories.story.ToolAccess;

/** Hears one answer of a narrator, piece by piece. */
interface Hearing {

  /** Takes the next piece of the answer. */
  void text(String piece);

  /** Takes note of a call that follows what was said so far. */
  void call(ToolAccess access);

  /** Ends the answer: what was held back and turned out to be story is passed on. */
  void end();

  /** Returns whether the story was seen to end, so that it stands even if the answer is torn. */
  boolean closed();

  /** Returns the text of the structured part, from its first brace; empty if there is none. */
  String structured();
}
