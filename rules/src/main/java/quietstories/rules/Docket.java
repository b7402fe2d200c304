package quietstories.rules;

import java.util.ArrayList;
import java.util.List;
import quietstories.story.RefusedChange;
import quietstories.story.StateChange;

/** Collects what happens while a situation is changed step by step. */
final class Docket {

  private final List<StateChange> done = new ArrayList<>();
  private final List<RefusedChange> skipped = new ArrayList<>();
  private Situation now;

  Docket(Situation before) {
    this.now = before;
  }

  /** Applies a change, or notes why it cannot be. */
  void apply(StateChange change) {
    switch (Effects.apply(now, change)) {
      case Applied.Done(Situation after) -> settle(change, after);
      case Applied.Skipped(String reason) -> refuse(change, reason);
    }
  }

  void settle(StateChange change, Situation after) {
    now = after;
    done.add(change);
  }

  void refuse(StateChange change, String reason) {
    skipped.add(new RefusedChange(change, reason));
  }

  Situation now() {
    return now;
  }

  List<StateChange> done() {
    return done;
  }

  List<RefusedChange> skipped() {
    return skipped;
  }
}
