package quietstories.memory;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;

/** An immutable set of numbers from 0. A changed one shares all but the pages that changed. */
final class Bits {

  /** The set without numbers. */
  static final Bits NONE = new Bits(new long[0][], 0);

  private static final int PAGE = 12;
  private static final int WORDS = (1 << PAGE) / Long.SIZE;

  private final long[][] pages;
  private final int count;

  private Bits(long[][] pages, int count) {
    this.pages = pages;
    this.count = count;
  }

  int count() {
    return count;
  }

  boolean has(int number) {
    int page = number >> PAGE;
    return page < pages.length && (pages[page][(number >> 6) & (WORDS - 1)] >>> number & 1) != 0;
  }

  /** Calls back with each number, in order. */
  void forEach(IntConsumer found) {
    for (int page = 0; page < pages.length; page++) {
      for (int word = 0; word < WORDS; word++) {
        for (long rest = pages[page][word]; rest != 0; rest &= rest - 1) {
          found.accept((page << PAGE) + (word << 6) + Long.numberOfTrailingZeros(rest));
        }
      }
    }
  }

  /** Returns a copy to be changed. */
  Draft draft() {
    return new Draft(this);
  }

  /** A set in the making. */
  static final class Draft {

    private long[][] pages;
    private final BitSet own = new BitSet();
    private int count;

    private Draft(Bits from) {
      this.pages = from.pages.clone();
      this.count = from.count;
    }

    boolean has(int number) {
      int page = number >> PAGE;
      return page < pages.length && (pages[page][(number >> 6) & (WORDS - 1)] >>> number & 1) != 0;
    }

    void add(int number) {
      change(number, true);
    }

    void remove(int number) {
      change(number, false);
    }

    private void change(int number, boolean in) {
      int page = number >> PAGE;
      if (page >= pages.length) {
        int old = pages.length;
        pages = Arrays.copyOf(pages, page + 1);
        Arrays.setAll(pages, i -> i < old ? pages[i] : new long[WORDS]);
        own.set(old, pages.length);
      }
      if (!own.get(page)) {
        pages[page] = pages[page].clone();
        own.set(page);
      }
      int word = (number >> 6) & (WORDS - 1);
      long bit = 1L << number;
      if (((pages[page][word] & bit) != 0) != in) {
        pages[page][word] ^= bit;
        count += in ? 1 : -1;
      }
    }

    Bits done() {
      own.clear();
      return new Bits(pages.clone(), count);
    }
  }
}
