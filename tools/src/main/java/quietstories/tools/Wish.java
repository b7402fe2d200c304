package quietstories.tools;

import quietstories.rules.Intent;
import quietstories.story.HiddenMemory;
import quietstories.story.StateChange;

/** Something that a writing tool wants to happen. Nothing has happened yet. */
public sealed interface Wish {

  /** To change the state or the cast. */
  record Change(StateChange change) implements Wish {}

  /** To do an action that the scenario offers, with its preconditions, dice and effects. */
  record Act(Intent.Attempt attempt) implements Wish {}

  /**
   * To have somebody remember something. It joins the outcome's memory updates of the turn and is
   * always admitted: the tool has checked who and what.
   */
  record Remember(HiddenMemory memory) implements Wish {}
}
