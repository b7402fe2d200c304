package quietstories.story;

import java.util.List;

/** The roll that an action asks for, and what follows from it. */
public record ActionRoll(
    RollRequest request, List<StateChange> onSuccess, List<StateChange> onFailure) {

  public ActionRoll {
    onSuccess = List.copyOf(onSuccess);
    onFailure = List.copyOf(onFailure);
  }
}
