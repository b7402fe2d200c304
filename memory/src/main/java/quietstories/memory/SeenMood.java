package quietstories.memory;

import java.util.Optional;
import quietstories.story.EntityId;

/** How somebody appears to a point of view. Only {@link View} makes it. */
public final class SeenMood {

  private final EntityId by;
  private final EntityId of;
  private final String dominant;
  private final Optional<Mood> inner;

  SeenMood(EntityId by, EntityId of, String dominant, Optional<Mood> inner) {
    this.by = by;
    this.of = of;
    this.dominant = dominant;
    this.inner = inner;
  }

  /** Returns whose point of view it is seen from. */
  public EntityId by() {
    return by;
  }

  /** Returns whose mood it is. */
  public EntityId of() {
    return of;
  }

  /** Returns the name of the emotion that shows, or {@code neutral}. */
  public String dominant() {
    return dominant;
  }

  /** Returns the whole mood with its causes, present only if it is the point of view's own. */
  public Optional<Mood> inner() {
    return inner;
  }
}
