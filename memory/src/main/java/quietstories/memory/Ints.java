package quietstories.memory;

import java.util.Arrays;

/**
 * A growing list of numbers with one writer. Readers need no lock: they see at least what was there
 * when they came to know the list.
 */
final class Ints {

  // why: volatile, and the size read before the items, so that no reader meets a size for which the
  // array that it holds is too short.
  private volatile int[] items = new int[2];
  private volatile int size;

  int size() {
    return size;
  }

  /** Returns the items; only those below a size that was read before count. */
  int[] items() {
    return items;
  }

  void add(int item) {
    int end = size;
    int[] room = items;
    if (end == room.length) {
      room = Arrays.copyOf(room, end + (end >> 1) + 2);
    }
    room[end] = item;
    items = room;
    size = end + 1;
  }
}
