package quietstories.memory;

/** The slots with the greatest scores, at most as many as it was made for. */
final class Top {

  private final int[] slots;
  private final float[] scores;
  private int size;

  Top(int most) {
    slots = new int[most];
    scores = new float[most];
  }

  /** Returns whether a score would still be taken. */
  boolean takes(float score) {
    return size < slots.length || score > scores[0];
  }

  /** Takes a slot, pushing out the least if it is full. Of equal ones the newer slot is greater. */
  void add(int slot, float score) {
    if (size < slots.length) {
      slots[size] = slot;
      scores[size] = score;
      up(size++);
    } else if (score > scores[0]) {
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
    return scores[a] < scores[b] || (scores[a] == scores[b] && slots[a] < slots[b]);
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
