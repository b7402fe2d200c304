package quietstories.memory;

/**
 * The slots with the greatest scores, at most as many as it was made for. Of equal ones the newer
 * memory is greater, then the one whose id comes first: where a memory lies decides nothing.
 */
final class Top {

  private final Shelf shelf;
  private final int[] slots;
  private final float[] scores;
  private int size;

  Top(Shelf shelf, int most) {
    this.shelf = shelf;
    slots = new int[most];
    scores = new float[most];
  }

  /** Returns whether a score may still be taken. */
  boolean takes(float score) {
    return size < slots.length || score >= scores[0];
  }

  /** Takes a slot, pushing out the least if it is full. */
  void add(int slot, float score) {
    if (size < slots.length) {
      slots[size] = slot;
      scores[size] = score;
      up(size++);
    } else if (less(slots[0], scores[0], slot, score)) {
      slots[0] = slot;
      scores[0] = score;
      down(0);
    }
  }

  private void up(int child) {
    for (int i = child; i > 0 && less(i, (i - 1) / 2); i = (i - 1) / 2) {
      swap(i, (i - 1) / 2);
    }
  }

  private void down(int parent) {
    int i = parent;
    while (true) {
      int least = i;
      for (int child = 2 * i + 1; child <= 2 * i + 2 && child < size; child++) {
        least = less(child, least) ? child : least;
      }
      if (least == i) {
        return;
      }
      swap(i, least);
      i = least;
    }
  }

  private boolean less(int a, int b) {
    return less(slots[a], scores[a], slots[b], scores[b]);
  }

  private boolean less(int slot, float score, int other, float otherScore) {
    return score < otherScore
        || (score == otherScore
            && Recall.NEWEST.compare(shelf.memory(slot), shelf.memory(other)) > 0);
  }

  private void swap(int a, int b) {
    int slot = slots[a];
    slots[a] = slots[b];
    slots[b] = slot;
    float score = scores[a];
    scores[a] = scores[b];
    scores[b] = score;
  }

  /** Returns the slots, the best first, and leaves none. */
  int[] drain() {
    int[] best = new int[size];
    for (int i = size - 1; i >= 0; i--) {
      best[i] = slots[0];
      size--;
      slots[0] = slots[size];
      scores[0] = scores[size];
      down(0);
    }
    return best;
  }
}
