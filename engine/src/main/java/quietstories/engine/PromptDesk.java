package quietstories.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import quietstories.json.JsonObject;
import quietstories.model.ToolSpec;
import quietstories.prompt.AnswerForm;
import quietstories.prompt.PrefixGuard;
import quietstories.prompt.PrefixReport;
import quietstories.prompt.PrefixTrace;
import quietstories.prompt.Prompt;
import quietstories.prompt.PromptLimits;
import quietstories.prompt.PromptWriter;
import quietstories.prompt.Scene;
import quietstories.prompt.TokenEstimate;
import quietstories.story.SessionId;

/**
 * Writes prompts one after the other: it remembers of each session where the last one began, and of
 * each model how it counts. Bounded, and safe for use by many threads.
 */
public final class PromptDesk {

  private static final int SESSIONS = 1_000;
  private static final int MODELS = 64;

  /** Whole prompts are large, and only the newest are asked for. */
  private static final int PROMPTS = 200;

  private final Cache<SessionId, PrefixTrace> traces =
      Caffeine.newBuilder().maximumSize(SESSIONS).build();
  private final Cache<SessionId, PrefixTrace> foretold =
      Caffeine.newBuilder().maximumSize(SESSIONS).build();
  private final Cache<SessionId, Written> latest =
      Caffeine.newBuilder().maximumSize(PROMPTS).build();
  private final Cache<String, TokenEstimate> estimates =
      Caffeine.newBuilder().maximumSize(MODELS).build();

  /**
   * A prompt and how much of it stood in the last one.
   *
   * @param estimate how its tokens were estimated
   * @param model the model that it is for
   * @param turn the turn that it is for
   */
  public record Written(
      Prompt prompt, PrefixReport report, TokenEstimate estimate, String model, int turn) {

    /**
     * Returns what a timeline says of it. {@code estimate_error} is the share by which the estimate
     * before this one was off; it is left out before a server has counted anything.
     */
    public JsonObject toJson() {
      JsonObject.Builder json = JsonObject.builder().put("estimated_tokens", report.tokens());
      if (estimate.lessons() > 0) {
        json.put("estimate_error", Math.round(estimate.error() * 1_000) / 1_000.0);
      }
      return report.toJson().merge(json.build());
    }
  }

  /** Writes the prompt of a turn. */
  public Prompt write(
      Scene scene, PromptLimits limits, AnswerForm form, List<ToolSpec> tools, String model) {
    SessionId id = scene.session().id();
    Optional<PrefixTrace> before = Optional.ofNullable(traces.getIfPresent(id));
    int kept = before.flatMap(trace -> trace.begun(limits, form)).orElse(0);
    TokenEstimate estimate = estimate(model);
    Prompt prompt = PromptWriter.write(scene.continuing(kept), limits, form, tools, estimate);
    PrefixReport report = PrefixGuard.compare(before, prompt, estimate);
    traces.put(id, prompt.trace());
    latest.put(id, new Written(prompt, report, estimate, model, scene.session().turn() + 1));
    return prompt;
  }

  /**
   * Returns the next prompt of a session as far as it can be foretold; empty if one of its prompts
   * was written before, or if the same was foretold.
   */
  public Optional<Prompt> foretell(
      Scene scene, PromptLimits limits, AnswerForm form, List<ToolSpec> tools, String model) {
    SessionId id = scene.session().id();
    if (traces.getIfPresent(id) != null) {
      return Optional.empty();
    }
    Prompt prompt = PromptWriter.write(scene, limits, form, tools, estimate(model));
    PrefixTrace now = prompt.trace();
    return now.equals(foretold.asMap().put(id, now)) ? Optional.empty() : Optional.of(prompt);
  }

  /** Returns what was written for that turn, if nothing was written for the session since. */
  public Optional<Written> written(SessionId id, int turn) {
    return Optional.ofNullable(latest.getIfPresent(id)).filter(last -> last.turn() == turn);
  }

  /** Learns how many tokens a model counted in a prompt. */
  void learn(Written written, OptionalInt counted) {
    if (counted.isPresent()) {
      estimates
          .asMap()
          .merge(
              written.model(),
              TokenEstimate.DEFAULT.learned(written.prompt(), counted.getAsInt()),
              (known, _) -> known.learned(written.prompt(), counted.getAsInt()));
    }
  }

  /** Returns how that model counts, as far as it was learned, with the last estimate's error. */
  public TokenEstimate estimate(String model) {
    return Optional.ofNullable(estimates.getIfPresent(model)).orElse(TokenEstimate.DEFAULT);
  }
}
