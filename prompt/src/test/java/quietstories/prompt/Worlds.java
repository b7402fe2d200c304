package quietstories.prompt;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;
import quietstories.story.Action;
import quietstories.story.ActionId;
import quietstories.story.EndCondition;
import quietstories.story.EndingId;
import quietstories.story.Entity;
import quietstories.story.EntityId;
import quietstories.story.Moment;
import quietstories.story.NarratorIdentity;
import quietstories.story.NarratorRules;
import quietstories.story.NegativityBudget;
import quietstories.story.Outcome;
import quietstories.story.PlayerInput;
import quietstories.story.Premise;
import quietstories.story.Ruling;
import quietstories.story.ScenarioId;
import quietstories.story.ScenarioSpec;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.Turn;
import quietstories.story.Verdict;

/** A small world and turns played in it. */
final class Worlds {

  static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private Worlds() {}

  static Session session(int turn) {
    JsonObject never = (JsonObject) JsonReader.read("{\"<\":[{\"var\":\"player.health\"},1]}");
    ScenarioSpec spec =
        new ScenarioSpec(
            "1.0",
            "light",
            "The Lighthouse",
            7,
            (JsonObject) JsonReader.read("{\"player\":{\"health\":10,\"gold\":3}}"),
            List.of(
                new Entity(
                    new EntityId("mira"), "player", "Mira", Optional.empty(), JsonObject.EMPTY),
                new Entity(
                    new EntityId("tom"),
                    "npc",
                    "Tom \"the Rope\"",
                    Optional.of("Keeps the boat."),
                    JsonObject.EMPTY)),
            List.of(
                new Action(
                    new ActionId("climb"),
                    "Climb the stairs",
                    Optional.of("Up to the lamp."),
                    JsonObject.EMPTY,
                    JsonObject.EMPTY,
                    List.of(),
                    Optional.empty())),
            List.of(),
            List.of(
                new EndCondition(new EndingId("dead"), never, "You fall."),
                new EndCondition(new EndingId("dark"), never, "The light is out.")),
            List.of(),
            new NegativityBudget(0.25, Map.of()),
            Optional.of("The lamp has been dark for a week."),
            Optional.empty(),
            NarratorRules.NONE);
    return new Session(
        new SessionId("s"),
        Premise.of(new ScenarioId("c"), spec, 7, NOON),
        new Moment(
            turn,
            spec.state(),
            spec.entities(),
            new EntityId("mira"),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty()),
        turn,
        NOON);
  }

  static Verdict free() {
    return new Verdict(new Ruling.Freeform(), List.of(), List.of(), List.of(), List.of());
  }

  static Turn turn(int number) {
    return turn(number, "I take step " + number, "Step " + number + " creaks.");
  }

  static Turn turn(int number, String words, String narrative) {
    return new Turn(
        number,
        NOON,
        PlayerInput.words(words),
        free(),
        Outcome.told(narrative).withSuggestedActions(List.of("Go on")),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        NarratorIdentity.BUILTIN,
        Optional.empty());
  }

  /**
   * The scene of the turn after {@code played} turns, of which the last {@code window} are given.
   */
  static Scene scene(int played, int window, String words) {
    List<Turn> history =
        IntStream.rangeClosed(Math.max(1, played - window + 1), played)
            .mapToObj(Worlds::turn)
            .toList();
    return scene(history, session(played), words);
  }

  static Scene scene(List<Turn> history, Session session, String words) {
    return new Scene(
        session,
        history,
        PlayerInput.words(words),
        free(),
        session.state().with("hour", Json.of(session.turn())),
        session.entities(),
        session.spec().actions(),
        Optional.empty());
  }

  /** Returns the session with another name for its first entity. */
  static Session withCast(Session session, String name) {
    List<Entity> cast = new java.util.ArrayList<>(session.entities());
    cast.set(0, cast.getFirst().withName(name));
    return session.withBackgrounds(session.worldBackground(), cast, session.notes(), NOON);
  }

  /** Returns the session as it stands after that many turns, with the summary that it has. */
  static Session atTurn(Session session, int turn) {
    Session then = session(turn);
    return session.summary().map(summary -> then.withSummary(summary, NOON)).orElse(then);
  }
}
