package quietstories.memory;

import java.util.List;
import quietstories.story.Memory;
import quietstories.story.MindChange;

/**
 * What became of several wishes.
 *
 * @param each one for each wish, in their order
 * @param change what the admitted ones change, all together
 */
public record Admissions(List<Admission<Memory>> each, MindChange change) {

  public Admissions {
    each = List.copyOf(each);
  }
}
