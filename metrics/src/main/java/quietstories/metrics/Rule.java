package quietstories.metrics;

import java.util.Optional;
import quietstories.engine.Advisor.Finding;
import quietstories.prompt.PromptLimits;

/** Looks for one fault. */
@FunctionalInterface
interface Rule {

  /** So many operations at least must show a fault, so that a hiccup is none. */
  int FEWEST = 10;

  /** Returns the fault, if the evidence shows it. */
  Optional<Finding> look(Evidence.Case evidence, PromptLimits limits);
}
