package quietstories.prompt;

import java.util.List;

/**
 * Chooses the earlier turns that a prompt repeats.
 *
 * <p>A window that has begun at some turn goes on beginning there until it is nearly full; then it
 * is cut in one large step, to {@value #KEPT} of its size, as soon as a summary tells of what falls
 * out, or at the latest when it overflows. So the summary and the cut break the prefix together,
 * and between two cuts a prompt begins with the very bytes of the one before it.
 */
final class HistoryWindow {

  /** The share of a window that outlives a cut. */
  static final double KEPT = 0.4;

  /** From this share of the window on, what the next cut takes away is summarised. */
  private static final double FILLING = 0.9;

  private final PromptLimits limits;
  private final int tokens;

  /** Creates a window for turns of at most {@code tokens} together. */
  HistoryWindow(PromptLimits limits, int tokens) {
    this.limits = limits;
    this.tokens = tokens;
  }

  /**
   * Returns how many turns, given by their sizes in tokens, are left out at the front.
   *
   * @param begun the index at which the window has begun before, negative if that turn is not among
   *     those given any more
   * @param told how many turns at the front the summary tells of, negative or 0 for none
   */
  int leftOut(List<Integer> sizes, int begun, int told) {
    int count = sizes.size();
    int begin = Math.clamp(begun, 0, count);
    boolean overflows = begun < 0 || !fits(sizes, begin);
    boolean summarised = told > begin && told < count && fits(sizes, told);
    if (summarised && (overflows || filling(sizes, begin))) {
      return told;
    }
    return overflows ? cut(sizes, begin) : begin;
  }

  /** Returns the index that a cut would begin at now, never below {@code begin}. */
  int cut(List<Integer> sizes, int begin) {
    int most = Math.max(1, (int) Math.floor(limits.maxTurnHistory() * KEPT));
    int from = sizes.size();
    int used = 0;
    while (from > begin && sizes.size() - from < most) {
      int next = used + sizes.get(from - 1);
      // why: one turn is worth keeping even where it takes more than its share.
      boolean first = from == sizes.size();
      if (next > tokens || (next > tokens * KEPT && !first)) {
        break;
      }
      used = next;
      from--;
    }
    return from;
  }

  /** Returns whether the window is so full that what the next cut takes is to be summarised. */
  boolean filling(List<Integer> sizes, int begin) {
    int count = sizes.size() - begin;
    int used = sizes.subList(begin, sizes.size()).stream().mapToInt(Integer::intValue).sum();
    return count >= Math.floor(limits.maxTurnHistory() * FILLING) || used >= tokens * FILLING;
  }

  private boolean fits(List<Integer> sizes, int begin) {
    return sizes.size() - begin <= limits.maxTurnHistory()
        && sizes.subList(begin, sizes.size()).stream().mapToInt(Integer::intValue).sum() <= tokens;
  }
}
