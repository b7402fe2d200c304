package quietstories.providers;

import java.util.Locale;
import java.util.Optional;
import quietstories.model.AnswerProtocol;
import quietstories.model.ModelAbilities;
import quietstories.model.ModelIdentity;
import quietstories.model.TokenUsage;

/**
 * What was found out about a server.
 *
 * @param concurrency how many calls it can take at once
 * @param reason what it is and how that is known, in words
 * @param open whether more could be learned by asking it something
 */
public record Finding(ModelIdentity identity, int concurrency, String reason, boolean open) {

  /** Returns the finding in a line for the log. */
  public String words() {
    ModelAbilities can = identity.abilities();
    return reason
        + "; protocol "
        + AnswerProtocol.of(can).name().toLowerCase(Locale.ROOT)
        + ", calls at once "
        + concurrency;
  }

  Finding with(ModelAbilities abilities, String why, boolean stillOpen) {
    ModelIdentity who =
        new ModelIdentity(identity.provider(), identity.name(), abilities, identity.local());
    return new Finding(who, concurrency, why, stillOpen);
  }

  /** Returns what an answer's report adds to the finding, if it adds something. */
  Optional<Finding> learned(TokenUsage usage) {
    ModelAbilities can = identity.abilities();
    boolean cached = can.cachedTokens() || usage.cached().isPresent();
    boolean reported = can.streamedUsage() || usage.input().isPresent();
    if (cached == can.cachedTokens() && reported == can.streamedUsage()) {
      return Optional.empty();
    }
    ModelAbilities more =
        new ModelAbilities(
            can.streams(),
            can.tools(),
            can.severalCalls(),
            can.schema(),
            can.toolsWithSchema(),
            cached,
            reported);
    return Optional.of(with(more, reason, open));
  }
}
