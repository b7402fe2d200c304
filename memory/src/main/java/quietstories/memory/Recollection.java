package quietstories.memory;

import quietstories.story.EntityId;
import quietstories.story.Memory;

/**
 * A memory that a point of view may know. Only {@link View} makes it, so whoever holds one holds
 * the permission to put it before {@link #by}.
 */
public final class Recollection {

  private final EntityId by;
  private final Finding finding;

  Recollection(EntityId by, Finding finding) {
    this.by = by;
    this.finding = finding;
  }

  /** Returns whose point of view it was found for. */
  public EntityId by() {
    return by;
  }

  public Memory memory() {
    return finding.memory();
  }

  /** Returns from 0 to 1 how well it fits what was asked, 0 where nothing was. */
  public double similarity() {
    return finding.similarity();
  }

  public Why why() {
    return finding.why();
  }

  @Override
  public String toString() {
    return memory().content();
  }
}
