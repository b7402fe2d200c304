package quietstories.rules;

import java.util.List;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.story.StateChange;

/** Finds effects that can never apply, whatever happens in the story. */
final class EffectCheck {

  private EffectCheck() {}

  /** Returns why {@code effect} can never apply; empty if it may. */
  static Optional<String> objection(StateChange effect, JsonObject params, Provisions provisions) {
    String argument = Ledger.argument(effect.value());
    if (!argument.isEmpty()) {
      return provisions.provide("params." + argument, params) && !params.members().isEmpty()
          ? Optional.empty()
          : Optional.of("the action has no parameter '" + argument + "'");
    }
    JsonPath place = Operations.place(effect, provisions.state());
    Optional<String> value = value(effect);
    return value.isPresent() ? value : target(effect, place, provisions);
  }

  private static Optional<String> value(StateChange effect) {
    Json value = effect.value();
    return switch (effect.op()) {
      case INC, DEC, MUL -> unless(value instanceof JsonNumber, "a number", value);
      case PATCH -> unless(value instanceof JsonObject, "an object", value);
      case SET, PUSH, POP, ADDLOG -> Optional.empty();
    };
  }

  private static Optional<String> unless(boolean right, String wanted, Json value) {
    return right
        ? Optional.empty()
        : Optional.of("the value must be %s, not %s".formatted(wanted, Operations.kind(value)));
  }

  // why: an effect elsewhere may make the place or change its kind; then only play tells.
  private static Optional<String> target(
      StateChange effect, JsonPath place, Provisions provisions) {
    return switch (effect.op()) {
      case INC, DEC, MUL -> needs(place, JsonNumber.class, "a number", provisions);
      case POP -> needs(place, JsonArray.class, "a list", provisions);
      case PUSH ->
          provisions.state().at(place).isEmpty() && Operations.addsToCast(effect, place)
              ? Optional.empty()
              : needs(place, JsonArray.class, "a list", provisions);
      case SET, PATCH, ADDLOG -> attempt(effect, place, provisions);
    };
  }

  private static Optional<String> needs(
      JsonPath place, Class<? extends Json> kind, String wanted, Provisions provisions) {
    Optional<Json> now = provisions.state().at(place);
    boolean possible =
        now.filter(kind::isInstance).isPresent() || provisions.mayBecome(place, kind::isInstance);
    return possible
        ? Optional.empty()
        : Optional.of(Operations.mismatch(place, now, wanted).reason());
  }

  private static Optional<String> attempt(
      StateChange effect, JsonPath place, Provisions provisions) {
    Situation start = new Situation(provisions.state(), List.of());
    return Operations.apply(start, effect) instanceof Application.Inapplicable(String reason)
            && !mayOpen(place, provisions)
        ? Optional.of(reason)
        : Optional.empty();
  }

  /** Returns whether the place, or one above it, may come to hold an object or a list. */
  private static boolean mayOpen(JsonPath place, Provisions provisions) {
    for (Optional<JsonPath> here = Optional.of(place);
        here.filter(path -> !path.isRoot()).isPresent();
        here = here.get().parent()) {
      if (provisions.mayBecome(
          here.get(), value -> value instanceof JsonObject || value instanceof JsonArray)) {
        return true;
      }
    }
    return false;
  }
}
