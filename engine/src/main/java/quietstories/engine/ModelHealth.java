package quietstories.engine;

import quietstories.story.NarratorIdentity;

/** Whether the narrator can speak. */
public interface ModelHealth {

  /** Returns what is known now; asks nobody and never waits. */
  Status now();

  /**
   * The narrator's state.
   *
   * @param ready whether a turn can be played, as far as is known
   * @param narrator who would tell it
   * @param reason why this narrator was chosen, and what is wrong with it if it is not ready
   */
  record Status(boolean ready, NarratorIdentity narrator, String reason) {}
}
