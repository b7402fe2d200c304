package quietstories.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import quietstories.json.Json;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.story.NarratorRules;
import quietstories.story.RefusedChange;
import quietstories.story.Roll;
import quietstories.story.Ruling;
import quietstories.story.ScenarioSpec;
import quietstories.story.StateChange;
import quietstories.story.Verdict;

/**
 * Decides which of a narrator's proposals may happen, for one turn, one after another: each is
 * judged on what the ones before it have left. Not safe for use by several threads at once.
 *
 * <p>A model's answer may be steered by what a player typed or by what a story holds, so a proposal
 * is a wish and no order: it is bounded in number, size, place and kind, and never undoes what the
 * rules have just decided. Some limits are read off the path before anything happens; the others
 * compare the state before and after, so that no operation on a parent can slip past them.
 */
public final class NarratorGate {

  private static final int MAX_CHANGES = 50;
  private static final int MAX_VALUE_BYTES = 64 * 1024;
  private static final int MAX_PATH_LENGTH = 500;
  private static final int MAX_NEWCOMERS = 5;
  private static final int MAX_CAST = 100;
  private static final Set<String> ENGINE_KEPT = Set.of("turn");

  private final Rulebook rulebook;
  private final NarratorRules rules;
  private final Situation start;
  private final List<JsonPath> ruled;
  private final List<StateChange> admitted = new ArrayList<>();
  private final List<RefusedChange> refused = new ArrayList<>();
  private Situation situation;
  private boolean acted;

  NarratorGate(Rulebook rulebook, Situation before, Verdict verdict) {
    this.rulebook = rulebook;
    this.rules = rulebook.spec().narratorRules();
    this.start = before;
    this.situation = before;
    this.ruled = new ArrayList<>(ruled(rulebook.spec(), before.state(), verdict));
    this.acted = verdict.action().isPresent();
  }

  /** Returns the places that the action's own effects changed this turn. */
  private static List<JsonPath> ruled(ScenarioSpec spec, JsonObject state, Verdict verdict) {
    if (!(verdict.ruling() instanceof Ruling.Permitted permitted)) {
      return List.of();
    }
    boolean success = verdict.rolls().stream().findFirst().map(Roll::success).orElse(false);
    List<StateChange> effects =
        spec.action(permitted.action())
            .map(action -> Referee.effects(action, success))
            .orElse(List.of());
    return verdict.changes().stream()
        .filter(change -> effects.stream().anyMatch(effect -> sameTarget(effect, change)))
        .map(change -> Operations.place(change, state))
        .toList();
  }

  private static boolean sameTarget(StateChange effect, StateChange change) {
    return effect.op() == change.op() && effect.path().equals(change.path());
  }

  /** Returns how the story stands after everything that was admitted so far. */
  public Situation situation() {
    return situation;
  }

  /** Returns what became of everything that was proposed so far. */
  public Admission admission() {
    return new Admission(admitted, refused, situation);
  }

  /** Admits a proposal as a whole, or returns why it may not happen. */
  public Optional<String> propose(StateChange proposal) {
    Optional<String> objection = consider(proposal);
    if (objection.isPresent()) {
      refused.add(new RefusedChange(proposal, objection.get()));
    } else {
      admitted.add(proposal);
    }
    return objection;
  }

  /**
   * Has the rules decide about an action that the narrator takes for the player: preconditions,
   * dice, effects, as if the player had chosen it. A turn takes one action, the player's own
   * included.
   *
   * @return what was decided; its changes have happened, and no later proposal undoes them
   */
  public Verdict attempt(Intent.Attempt attempt, Dice dice) {
    Ledger ledger = new Ledger(situation);
    Referee.Decision decision =
        acted
            ? Referee.Decision.refusal(
                attempt.action(), "a turn takes one action, and one was taken")
            : Referee.attempt(rulebook, ledger, attempt, dice);
    acted = true;
    ledger.changes().forEach(c -> ruled.add(Operations.place(c, situation.state())));
    admitted.addAll(ledger.changes());
    refused.addAll(ledger.skipped());
    situation = ledger.situation();
    return new Verdict(
        decision.ruling(),
        decision.roll().stream().toList(),
        List.of(),
        ledger.changes(),
        ledger.skipped());
  }

  /** Applies the proposal, or returns why it may not happen. */
  private Optional<String> consider(StateChange proposal) {
    JsonPath place = Operations.place(proposal, situation.state());
    Optional<String> objection =
        tooMuch(proposal).or(() -> outOfReach(proposal, place)).or(() -> crowded(proposal, place));
    if (objection.isPresent()) {
      return objection;
    }
    return switch (Operations.apply(situation, proposal)) {
      case Application.Inapplicable(String reason) -> Optional.of(reason);
      case Application.Applied(Situation after) -> {
        Optional<String> harm = harm(place, situation.state(), after.state());
        if (harm.isEmpty()) {
          situation = after;
        }
        yield harm;
      }
    };
  }

  private Optional<String> tooMuch(StateChange proposal) {
    if (admitted.size() >= MAX_CHANGES) {
      return Optional.of("a turn takes at most " + MAX_CHANGES + " changes");
    }
    if (proposal.path().length() > MAX_PATH_LENGTH) {
      return Optional.of("the path is longer than " + MAX_PATH_LENGTH + " characters");
    }
    int bytes = proposal.value().write().getBytes(StandardCharsets.UTF_8).length;
    return when(bytes > MAX_VALUE_BYTES, "the value is larger than 64 KiB");
  }

  private Optional<String> outOfReach(StateChange proposal, JsonPath place) {
    if (place.isRoot()) {
      return Optional.of("the state as a whole is not the narrator's to change");
    }
    String top = place.segments().getFirst();
    if (ENGINE_KEPT.contains(top)) {
      return Optional.of("'" + top + "' is kept by the engine");
    }
    boolean known = situation.state().member(top).isPresent();
    boolean castOnly = place.segments().size() == 1 && Operations.addsToCast(proposal, place);
    if (!known && !castOnly) {
      return Optional.of("there is no '" + top + "', and the state takes no new top-level keys");
    }
    return protection(place)
        .map(path -> path + " is protected: only the rules change it")
        .or(() -> when(isRuled(place), place + " was set by the action's own effects this turn"));
  }

  private Optional<JsonPath> protection(JsonPath place) {
    return protectedPlaces().stream().filter(path -> path.covers(place)).findFirst();
  }

  private List<JsonPath> protectedPlaces() {
    return rules.protectedPaths().stream().map(this::place).toList();
  }

  private JsonPath place(String path) {
    return JsonPath.parse(path).within(start.state());
  }

  private boolean isRuled(JsonPath place) {
    return ruled.stream().anyMatch(path -> path.covers(place));
  }

  private Optional<String> crowded(StateChange proposal, JsonPath place) {
    if (!Operations.addsToCast(proposal, place)) {
      return Optional.empty();
    }
    int now = situation.entities().size();
    if (now >= MAX_CAST) {
      return Optional.of("the cast is full: it holds " + MAX_CAST + " at most");
    }
    return when(
        now - start.entities().size() >= MAX_NEWCOMERS,
        "a turn takes at most " + MAX_NEWCOMERS + " newcomers");
  }

  /** Returns what a change of the state breaks, if anything. */
  private Optional<String> harm(JsonPath place, JsonObject before, JsonObject after) {
    return changed(protectedPlaces(), before, after)
        .map(path -> path + " is protected: only the rules change it")
        .or(
            () ->
                changed(ruled, before, after)
                    .map(path -> path + " was set by the action's own effects this turn"))
        .or(() -> otherKind(place, before.at(place), after.at(place)))
        .or(() -> outOfBounds(before, after))
        .or(() -> tooFar(after));
  }

  private static Optional<JsonPath> changed(
      List<JsonPath> places, JsonObject before, JsonObject after) {
    return places.stream().filter(path -> !before.at(path).equals(after.at(path))).findFirst();
  }

  /** Compares kinds at a place and at all members below it that both states have. */
  private static Optional<String> otherKind(
      JsonPath place, Optional<Json> before, Optional<Json> after) {
    if (before.isEmpty() || after.isEmpty() || before.get() == JsonNull.NULL) {
      return Optional.empty();
    }
    Json old = before.get();
    Json now = after.get();
    if (!old.kind().equals(now.kind())) {
      return Optional.of(
          "%s holds %s and cannot become %s"
              .formatted(place, Operations.kind(old), Operations.kind(now)));
    }
    return old instanceof JsonObject object
        ? object.members().keySet().stream()
            .map(key -> otherKind(place.child(key), old.child(key), now.child(key)))
            .flatMap(Optional::stream)
            .findFirst()
        : Optional.empty();
  }

  private Optional<String> outOfBounds(JsonObject before, JsonObject after) {
    for (Map.Entry<String, NarratorRules.Bounds> entry : rules.bounds().entrySet()) {
      JsonPath path = place(entry.getKey());
      NarratorRules.Bounds bounds = entry.getValue();
      Optional<Double> now = number(after, path);
      boolean moved = !before.at(path).equals(after.at(path));
      if (moved && now.filter(n -> n < bounds.min() || n > bounds.max()).isPresent()) {
        return Optional.of(
            "%s must stay from %s to %s".formatted(path, shown(bounds.min()), shown(bounds.max())));
      }
    }
    return Optional.empty();
  }

  private Optional<String> tooFar(JsonObject after) {
    for (Map.Entry<String, Double> entry : rules.maxStep().entrySet()) {
      JsonPath path = place(entry.getKey());
      double from = number(start.state(), path).orElse(0.0);
      double to = number(after, path).orElse(from);
      boolean moved = !Objects.equals(number(situation.state(), path), number(after, path));
      if (moved && Math.abs(to - from) > entry.getValue()) {
        return Optional.of(
            "%s may move by at most %s in a turn".formatted(path, shown(entry.getValue())));
      }
    }
    return Optional.empty();
  }

  private static Optional<Double> number(JsonObject state, JsonPath path) {
    return state
        .at(path)
        .filter(JsonNumber.class::isInstance)
        .map(value -> ((JsonNumber) value).value());
  }

  private static String shown(double number) {
    return JsonNumber.of(number).toString();
  }

  private static Optional<String> when(boolean wrong, String reason) {
    return wrong ? Optional.of(reason) : Optional.empty();
  }
}
