package quietstories.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Pieces of time that may overlap, by a clock whose zero means nothing. */
record Intervals(List<Interval> all) {

  /** No time at all. */
  static final Intervals NONE = new Intervals(List.of());

  Intervals {
    all = List.copyOf(all);
  }

  /** One piece of time; one that ends before it starts counts as empty. */
  record Interval(long start, long end) {

    long length() {
      return Math.max(0, end - start);
    }
  }

  /** Returns these pieces and those of {@code other}. */
  Intervals and(Intervals other) {
    return new Intervals(Stream.concat(all.stream(), other.all.stream()).toList());
  }

  /** Returns the part of these pieces that lies between {@code from} and {@code to}. */
  Intervals within(long from, long to) {
    List<Interval> cut = new ArrayList<>();
    for (Interval one : all) {
      cut.add(new Interval(Math.max(from, one.start()), Math.min(to, one.end())));
    }
    return new Intervals(cut);
  }

  /** Returns how long all pieces are together, each counted whole. */
  long sum() {
    return all.stream().mapToLong(Interval::length).sum();
  }

  /** Returns for how long at least one piece lasts, overlaps counted once. */
  long union() {
    List<Interval> sorted =
        all.stream()
            .filter(one -> one.length() > 0)
            .sorted(Comparator.comparingLong(Interval::start))
            .toList();
    long union = 0;
    long reached = sorted.isEmpty() ? 0 : sorted.getFirst().start();
    for (Interval one : sorted) {
      union += Math.max(0, one.end() - Math.max(reached, one.start()));
      reached = Math.max(reached, one.end());
    }
    return union;
  }
}
