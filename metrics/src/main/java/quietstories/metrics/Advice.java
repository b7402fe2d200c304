package quietstories.metrics;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import quietstories.engine.Advisor;
import quietstories.prompt.PromptLimits;

/** Answers the performance guide's troubleshooting part from what was measured. */
public final class Advice implements Advisor {

  private static final List<Rule> RULES =
      List.of(
          new ContextRule(),
          new PrefixRule(),
          new RoundsRule(),
          new ToolRule(),
          new VendorRule(),
          new LimitRule(),
          new QueueRule());

  private final Meter meter;
  private final Supplier<PromptLimits> limits;

  /** Creates advice about what {@code meter} measures under those limits. */
  public Advice(Meter meter, Supplier<PromptLimits> limits) {
    this.meter = meter;
    this.limits = limits;
  }

  @Override
  public List<Finding> advice() {
    Evidence.Case evidence = meter.evidence();
    PromptLimits now = limits.get();
    return RULES.stream()
        .map(rule -> rule.look(evidence, now))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingDouble(Finding::savingMs).reversed())
        .toList();
  }
}
