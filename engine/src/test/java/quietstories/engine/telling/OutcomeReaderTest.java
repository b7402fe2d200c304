package quietstories.engine.telling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quietstories.json.Json;
import quietstories.story.Operation;
import quietstories.story.Outcome;
import quietstories.story.StateChange;

/** One bad piece of an answer never costs the rest of it. */
class OutcomeReaderTest {

  @Test
  void anUnknownKeyAndABadOperationCostOnlyThemselves() {
    OutcomeReader reader = new OutcomeReader();
    Outcome outcome =
        reader.read(
            "Told.",
            """
            {"mood":"dark","state_changes":[{"op":"explode","path":"a","value":1},
             {"op":"inc","path":"player.gold","value":5}, 7],"suggested_actions":["Go on", 3, ""]}
            """);

    assertThat(outcome.narrative()).isEqualTo("Told.");
    assertThat(outcome.stateChanges())
        .containsExactly(new StateChange(Operation.INC, "player.gold", Json.of(5)));
    assertThat(outcome.suggestedActions()).containsExactly("Go on");
    assertThat(reader.faults()).hasSize(2).anyMatch(fault -> fault.contains("explode"));
  }

  @Test
  void aTornTailLosesWhatWasTornAndKeepsWhatWasWhole() {
    OutcomeReader reader = new OutcomeReader();
    Outcome outcome =
        reader.read(
            "Told.",
            "{\"state_changes\":[{\"op\":\"inc\",\"path\":\"a\",\"value\":1},{\"op\":\"inc\",\"pa");

    assertThat(outcome.stateChanges()).hasSize(1);
    assertThat(reader.faults()).singleElement().asString().contains("torn");
  }

  @Test
  void aWrappedOutcomeIsUnwrapped() {
    Outcome outcome =
        new OutcomeReader()
            .read(
                "Told.",
                "{\"outcome\":{\"narrative\":\"x\",\"roll_requests\":[{\"kind\":\"d20\",\"difficulty\":\"12\"}]}}");

    assertThat(outcome.rollRequests()).singleElement().extracting("difficulty").isEqualTo(12);
  }

  @Test
  void noStructuredPartIsAnOutcomeWithoutFaults() {
    OutcomeReader reader = new OutcomeReader();

    assertThat(reader.read("Told.", "")).isEqualTo(Outcome.told("Told."));
    assertThat(reader.faults()).isEmpty();
  }
}
