package quietstories.memory;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A memory that somebody wants to be kept, as it was said.
 *
 * @param owner whose memory it is: an id, a name or an alias
 * @param scope what it is about, general if empty
 * @param visibility who may know it, private if empty
 * @param importance from 1 to 10, estimated if empty
 * @param turn the turn it dates from
 * @param related ids, names or aliases of the others it is about; found in the content if empty
 */
public record Wish(
    String owner,
    String content,
    Optional<String> scope,
    Optional<String> visibility,
    OptionalInt importance,
    int turn,
    List<String> related) {

  public Wish {
    related = List.copyOf(related);
  }

  /** Returns the wish for a private memory of which nothing else is said. */
  public static Wish of(String owner, String content, int turn) {
    return new Wish(
        owner, content, Optional.empty(), Optional.empty(), OptionalInt.empty(), turn, List.of());
  }

  /** Returns this wish with that scope. */
  public Wish about(String newScope) {
    return new Wish(owner, content, Optional.of(newScope), visibility, importance, turn, related);
  }

  /** Returns this wish with that visibility. */
  public Wish knownTo(String newVisibility) {
    return new Wish(owner, content, scope, Optional.of(newVisibility), importance, turn, related);
  }
}
