package quietstories.engine.telling;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Takes out of streaming text what no player should see: everything from an opening to its closing.
 * Only as much is held back as might still turn out to be the beginning of an opening.
 */
final class Veil implements Consumer<String> {

  /** What a model says to itself. */
  static final List<Region> THOUGHTS =
      List.of(tag("think"), tag("thinking"), tag("thought"), tag("reasoning"));

  /** Calls and other machinery that a model writes out as text. */
  private static final List<Region> MACHINERY =
      List.of(
          tag("tool_call"),
          tag("tool_calls"),
          tag("function_call"),
          tag("tool_response"),
          new Region("<function=", "</function>"),
          new Region("<|", "|>"),
          new Region("[TOOL_CALLS]", Region.NEVER),
          new Region("[[OUTCOME]]", Region.NEVER),
          new Region("\n{", Region.NEVER),
          new Region("```", "```"));

  private final List<Region> regions;
  private final List<String> openings;
  private final Consumer<String> audience;
  private final StringBuilder pending = new StringBuilder();
  private String closing = "";

  /**
   * What is taken out.
   *
   * @param closing {@link #NEVER} if it does not end; a line break, which stays, if it is a line
   */
  record Region(String opening, String closing) {

    static final String NEVER = "";
  }

  Veil(List<Region> regions, Consumer<String> audience) {
    this.regions = regions;
    this.openings = regions.stream().map(Region::opening).toList();
    this.audience = audience;
  }

  /**
   * Returns a veil over machinery and over lines that are calls of a tool of one of these names.
   */
  static Veil over(List<String> toolNames, Consumer<String> audience) {
    Stream<Region> calls =
        toolNames.stream()
            .flatMap(name -> Stream.of("(", " (", "{", " {", ": {").map(end -> "\n" + name + end))
            .map(opening -> new Region(opening, "\n"));
    Veil veil = new Veil(Stream.concat(MACHINERY.stream(), calls).toList(), audience);
    // why: the beginning of a text is the beginning of a line; white space in front is dropped
    // later.
    veil.pending.append('\n');
    return veil;
  }

  private static Region tag(String name) {
    return new Region("<" + name + ">", "</" + name + ">");
  }

  @Override
  public void accept(String piece) {
    pending.append(piece);
    boolean more = true;
    while (more) {
      more = closing.isEmpty() ? outside() : inside();
    }
  }

  /** Passes on what was held back and turned out to be no opening. */
  void end() {
    if (closing.isEmpty()) {
      pass(pending.length());
    }
    pending.setLength(0);
  }

  /** Passes on what is free and returns whether something was opened. */
  private boolean outside() {
    Region first = new Region("", "");
    int at = -1;
    for (Region region : regions) {
      int found = pending.indexOf(region.opening());
      if (found >= 0 && (at < 0 || found < at)) {
        first = region;
        at = found;
      }
    }
    if (at < 0) {
      pass(pending.length() - heldBack(openings));
      return false;
    }
    pass(at);
    pending.delete(0, first.opening().length());
    closing = first.closing().equals(Region.NEVER) ? "\0" : first.closing();
    return true;
  }

  /** Drops what is covered and returns whether its end was found. */
  private boolean inside() {
    int end = pending.indexOf(closing);
    if (end < 0) {
      pending.delete(0, pending.length() - heldBack(List.of(closing)));
      return false;
    }
    pending.delete(0, closing.equals("\n") ? end : end + closing.length());
    closing = "";
    return true;
  }

  private void pass(int length) {
    if (length > 0) {
      String text = pending.substring(0, length);
      pending.delete(0, length);
      audience.accept(text);
    }
  }

  /** Returns how many characters at the end may be the beginning of one of the words. */
  private int heldBack(List<String> words) {
    int most = 0;
    for (String word : words) {
      for (int length = Math.min(word.length() - 1, pending.length()); length > most; length--) {
        if (endsWithFirst(length, word)) {
          most = length;
        }
      }
    }
    return most;
  }

  // why: this runs for each beginning of each opening with each piece, so it copies nothing.
  private boolean endsWithFirst(int length, String word) {
    int from = pending.length() - length;
    for (int i = 0; i < length; i++) {
      if (pending.charAt(from + i) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
