package quietstories.metrics;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import quietstories.engine.Measured;
import quietstories.engine.OperationType;

/** The latest operations whole, from which advice is worked out. Safe for use by many threads. */
final class Evidence {

  private static final int KEPT = 400;
  private static final String FIRST = "first_prompt";

  private final Deque<Measured> calls = new ArrayDeque<>();
  private final Deque<Measured> tools = new ArrayDeque<>();
  private final Deque<Measured> turns = new ArrayDeque<>();

  synchronized void add(Measured operation) {
    Deque<Measured> kept = of(operation.type());
    if (kept.size() == KEPT) {
      kept.removeFirst();
    }
    kept.addLast(operation);
  }

  private Deque<Measured> of(OperationType type) {
    return switch (type) {
      case LLM_CALL -> calls;
      case TOOL_EXECUTION -> tools;
      case TURN_PROCESSING -> turns;
    };
  }

  /**
   * Returns what was kept: the calls for which a player waited, of the model that was asked most,
   * and the turns that were told.
   */
  synchronized Case made() {
    Map<String, List<Call>> models =
        calls.stream()
            .map(Call::new)
            .filter(call -> call.measured().metadata().flag("urgent").orElse(true))
            .filter(call -> !call.measured().failed() || call.isLimited())
            .collect(Collectors.groupingBy(call -> call.measured().name()));
    Optional<List<Call>> most = models.values().stream().max(Comparator.comparingInt(List::size));
    return new Case(
        most.orElse(List.of()),
        List.copyOf(tools),
        turns.stream().filter(turn -> !turn.failed()).toList());
  }

  /**
   * What advice is worked out from.
   *
   * @param calls answered ones, and failed ones that the vendor refused for their number
   */
  record Case(List<Call> calls, List<Measured> tools, List<Measured> turns) {

    /** Returns the calls that were answered. */
    List<Call> answered() {
      return calls.stream().filter(call -> !call.measured().failed()).toList();
    }
  }

  /** A model call as its metadata tell it. */
  record Call(Measured measured) {

    double durationMs() {
      return measured.durationMs();
    }

    /** Returns the number of that name, 0 if the call has none. */
    double number(String name) {
      return measured.metadata().number(name).map(found -> found.value()).orElse(0.0);
    }

    boolean has(String name) {
      return measured.metadata().number(name).isPresent();
    }

    boolean isLimited() {
      return number("rate_limited") > 0;
    }

    /** Returns the tokens that had to be read: all of them where the server tells of no cache. */
    double newTokens() {
      return Math.max(0, number("input_tokens") - number("cached_tokens"));
    }

    /** Returns why the prompt began otherwise than the one before, if it did. */
    Optional<String> prefixBreak() {
      return measured.metadata().text("prefix_break");
    }

    /** Returns whether it was the first prompt of its story, which has none before it. */
    boolean isFirst() {
      return prefixBreak().filter(FIRST::equals).isPresent();
    }
  }
}
