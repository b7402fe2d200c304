package quietstories.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names that others chose and that become labels: the first ones stay, whatever comes after the
 * last place is taken is called {@code other}, so that nobody can fill the memory with labels.
 */
final class Names {

  private static final int MOST = 50;
  private static final int LONGEST = 100;
  private static final String OTHER = "other";

  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /** Returns what {@code name} is called as a label. */
  String label(String name) {
    if (known.contains(name)) {
      return name;
    }
    boolean room = known.size() < MOST && name.length() <= LONGEST;
    if (room) {
      known.add(name);
    }
    return room ? name : OTHER;
  }
}
