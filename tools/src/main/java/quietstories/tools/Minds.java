package quietstories.tools;

import java.util.List;
import quietstories.story.Memory;
import quietstories.story.Relationship;

/**
 * What a narrator may know of the minds of the cast. It never holds what the point of view may not
 * see. Safe for use by many threads.
 */
public interface Minds {

  /** The minds of a story in which nobody remembers anything. */
  Minds EMPTY =
      new Minds() {
        @Override
        public List<Memory> memories() {
          return List.of();
        }

        @Override
        public List<Relationship> relationships() {
          return List.of();
        }
      };

  /** Returns every memory that may be seen, oldest first. */
  List<Memory> memories();

  /** Returns every relationship that may be seen. */
  List<Relationship> relationships();
}
