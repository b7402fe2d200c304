package quietstories.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;

class TurnRoundTripTest {

  @Provide
  Arbitrary<Turn> turns() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 1_000_000),
            Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli),
            inputs(),
            verdicts(),
            outcomes(),
            rolls().list().ofMaxSize(2),
            changes().list().ofMaxSize(3),
            endings().optional())
        .as(
            (number, time, input, verdict, outcome, rolls, changes, ending) ->
                new Turn(
                        number,
                        time,
                        input,
                        verdict,
                        outcome,
                        rolls,
                        changes,
                        refused(changes),
                        List.of("a fault"),
                        NarratorIdentity.BUILTIN,
                        ending)
                    .asAttempt(number % 3));
  }

  private static List<RefusedChange> refused(List<StateChange> changes) {
    return changes.stream().map(change -> new RefusedChange(change, "because")).toList();
  }

  private static Arbitrary<String> words() {
    return Arbitraries.strings().alpha().withChars(" äß\n\"\\").ofMinLength(1).ofMaxLength(12);
  }

  private static Arbitrary<String> ids() {
    return Arbitraries.of("mira", "guard", "a b", "x-1");
  }

  private static Arbitrary<Json> values() {
    return Arbitraries.of(
        JsonNull.NULL,
        Json.of(3),
        Json.of(-0.5),
        Json.of("text"),
        Json.of(false),
        JsonArray.of(Json.of(1), JsonObject.EMPTY),
        JsonObject.of("k", JsonArray.EMPTY));
  }

  private static Arbitrary<StateChange> changes() {
    return Combinators.combine(Arbitraries.of(Operation.values()), words(), values())
        .as(StateChange::new);
  }

  private static Arbitrary<RollRequest> requests() {
    return Combinators.combine(
            ids(), ids().optional(), Arbitraries.integers().between(-1_000, 1_000))
        .as(RollRequest::new);
  }

  private static Arbitrary<Roll> rolls() {
    return Combinators.combine(
            requests(),
            Arbitraries.integers().between(1, 20),
            Arbitraries.integers().between(-10, 10))
        .as((request, roll, modifier) -> new Roll(request, 20, roll, modifier));
  }

  private static Arbitrary<PlayerInput> inputs() {
    return Combinators.combine(words().optional(), ids().optional(), values())
        .as(
            (text, action, value) ->
                new PlayerInput(
                    text,
                    action.map(ActionId::new),
                    JsonObject.of("arg", value),
                    Optional.empty()));
  }

  private static Arbitrary<Verdict> verdicts() {
    Arbitrary<Ruling> rulings =
        Arbitraries.of(
            new Ruling.Freeform(),
            new Ruling.Permitted(new ActionId("bribe")),
            new Ruling.Refused(new ActionId("bribe"), Json.of(false), "no gold"));
    return Combinators.combine(
            rulings,
            rolls().list().ofMaxSize(2),
            ids().map(EventId::new).list().ofMaxSize(2),
            changes().list().ofMaxSize(3))
        .as((ruling, r, events, c) -> new Verdict(ruling, r, events, c, refused(c)));
  }

  private static Arbitrary<Outcome> outcomes() {
    return Combinators.combine(
            words(),
            changes().list().ofMaxSize(2),
            requests().list().ofMaxSize(2),
            words().list().ofMaxSize(3))
        .as(
            (told, changes, requests, suggested) ->
                new Outcome(told, List.of(), changes, requests, List.of(), List.of(), suggested));
  }

  private static Arbitrary<Ending> endings() {
    return Combinators.combine(ids(), Arbitraries.of(EndingKind.values()), words())
        .as((id, kind, message) -> new Ending(new EndingId(id), kind, message));
  }

  @Property(tries = 300)
  void aTurnIsReadAsItWasWritten(@ForAll("turns") Turn turn) {
    JsonObject stored = (JsonObject) JsonReader.read(turn.toJson().write());
    assertThat(Turn.from(stored)).isEqualTo(turn);
  }
}
