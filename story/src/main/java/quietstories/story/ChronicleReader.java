package quietstories.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;

/** Reads what {@link ChronicleWriter} writes, and believes nothing of it unchecked. */
public final class ChronicleReader {

  private static final String SPEC = "scenario_spec";

  private final JsonObject document;
  private final List<Problem> problems = new ArrayList<>();

  private ChronicleReader(JsonObject document) {
    this.document = document;
  }

  /** Returns the chronicle in {@code document}, or everything that is wrong with it. */
  public static ChronicleReading read(JsonObject document) {
    return new ChronicleReader(document).read();
  }

  /** Returns a problem of the rules as one of the document that holds them. */
  public static Problem inSpec(Problem problem) {
    JsonPath place = JsonPath.ROOT.child(SPEC);
    for (String segment : problem.place().segments()) {
      place = place.child(segment);
    }
    return new Problem(place, problem.message(), problem.input());
  }

  private ChronicleReading read() {
    if (document.integer("format_version").orElse(-1) != ChronicleWriter.FORMAT) {
      return new ChronicleReading.Invalid(
          List.of(problem("format_version", "must be " + ChronicleWriter.FORMAT)));
    }
    Optional<ScenarioSpec> spec = spec();
    List<Moment> moments = list("moments", Moment::from);
    Optional<Session> session =
        spec.flatMap(rules -> tried("session", () -> session(rules, moments)));
    List<Turn> turns = list("turns", ChronicleReader::turn);
    List<Held<KnownMemory>> memories = list("memories", j -> held(j, ChronicleReader::memory));
    List<Held<Relationship>> edges = list("relationships", j -> held(j, Relationship::from));
    List<Held<Feeling>> feelings = list("feelings", j -> held(j, Feeling::from));
    List<Held<EnrichmentTask>> tasks = list("tasks", j -> held(j, EnrichmentTask::from));
    if (problems.isEmpty()) {
      int last = session.orElseThrow().turn();
      checkTurns(last, turns, moments);
      checkPast("memories", memories, last);
      checkPast("relationships", edges, last);
      checkPast("feelings", feelings, last);
      checkPast("tasks", tasks, last);
      checkHeld("memories", memories, known -> known.memory().id());
      checkHeld("relationships", edges, edge -> List.of(edge.from(), edge.to()));
      checkHeld("tasks", tasks, EnrichmentTask::id);
      checkEndless(feelings);
    }
    return problems.isEmpty()
        ? new ChronicleReading.Valid(
            new Chronicle(session.orElseThrow(), moments, turns, memories, edges, feelings, tasks))
        : new ChronicleReading.Invalid(problems);
  }

  private Optional<ScenarioSpec> spec() {
    Optional<JsonObject> rules = document.object(SPEC);
    if (rules.isEmpty()) {
      problems.add(problem(SPEC, "must be an object"));
      return Optional.empty();
    }
    return switch (SpecReader.read(rules.get())) {
      case SpecReading.Valid(ScenarioSpec spec) -> Optional.of(spec);
      case SpecReading.Invalid(List<Problem> wrong) -> {
        wrong.forEach(problem -> problems.add(inSpec(problem)));
        yield Optional.empty();
      }
    };
  }

  private Session session(ScenarioSpec rules, List<Moment> moments) {
    JsonObject json = Required.object(document, "session");
    if (moments.isEmpty()) {
      throw new InvalidStory("turn", "there is no moment at which the story stands");
    }
    int turn = Required.count(json, "turn");
    if (moments.getLast().turn() != turn) {
      throw new InvalidStory("turn", "must be that of the last moment");
    }
    long revision = Required.integer(json, "revision");
    if (revision < 0) {
      throw new InvalidStory("revision", "must be 0 or above, not " + revision);
    }
    Premise premise =
        new Premise(
            new ScenarioId(Required.text(json, "scenario_id")),
            rules,
            Required.integer(json, "seed"),
            Required.time(json, "created_at"),
            Required.partOrNull(json, "branch", ChronicleReader::branch));
    return new Session(
        new SessionId(Required.text(json, "id")),
        premise,
        moments.getLast(),
        revision,
        Required.time(json, "updated_at"));
  }

  private static Branch branch(JsonObject json) {
    return new Branch(
        new SessionId(Required.text(json, "parent_session_id")),
        Required.count(json, "from_turn"),
        Required.textOrNull(json, "name"));
  }

  private static Turn turn(JsonObject json) {
    Turn turn = Turn.from(json);
    return Required.textOrNull(json, "idempotency_key")
        .map(IdempotencyKey::new)
        .map(turn::withKey)
        .orElse(turn);
  }

  private static KnownMemory memory(JsonObject json) {
    return new KnownMemory(Memory.from(json), Required.partOrNull(json, "vector", Vector::from));
  }

  private static <T> Held<T> held(JsonObject json, Function<JsonObject, T> read) {
    boolean open = json.member("gone_turn").orElse(JsonNull.NULL).equals(JsonNull.NULL);
    return new Held<>(
        read.apply(json),
        Required.count(json, "made_turn"),
        open ? OptionalInt.empty() : OptionalInt.of(Required.count(json, "gone_turn")));
  }

  /** Turns count from 1 without gaps; moments rise, and each but the last may be missing. */
  private void checkTurns(int last, List<Turn> turns, List<Moment> moments) {
    Set<IdempotencyKey> keys = new HashSet<>();
    if (turns.size() != last) {
      problems.add(problem("turns", "must be " + last + ", as many as the session has"));
    }
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      if (turn.number() != i + 1) {
        problems.add(problem("turns." + i + ".turn", "must be " + (i + 1)));
      }
      if (turn.input().key().filter(key -> !keys.add(key)).isPresent()) {
        problems.add(problem("turns." + i + ".idempotency_key", "is that of an earlier turn"));
      }
    }
    for (int i = 1; i < moments.size(); i++) {
      if (moments.get(i).turn() <= moments.get(i - 1).turn()) {
        problems.add(problem("moments." + i + ".turn", "must be later than the one before"));
      }
    }
  }

  /** Nothing can have been made or have ended after the last turn. */
  private <T> void checkPast(String name, List<Held<T>> spans, int last) {
    for (int i = 0; i < spans.size(); i++) {
      if (spans.get(i).made() > last) {
        problems.add(problem(name + "." + i + ".made_turn", "must be at most " + last));
      }
      if (spans.get(i).gone().orElse(0) > last) {
        problems.add(problem(name + "." + i + ".gone_turn", "must be at most " + last));
      }
    }
  }

  /** Versions of one thing follow each other and never hold at the same time. */
  private <T> void checkHeld(String name, List<Held<T>> spans, Function<T, Object> key) {
    Map<Object, Held<T>> before = new HashMap<>();
    for (int i = 0; i < spans.size(); i++) {
      Held<T> span = spans.get(i);
      Optional<Held<T>> earlier = Optional.ofNullable(before.put(key.apply(span.thing()), span));
      if (earlier
          .filter(e -> e.gone().isEmpty() || e.gone().getAsInt() > span.made())
          .isPresent()) {
        problems.add(
            problem(name + "." + i + ".made_turn", "must not be before the end of the one before"));
      }
    }
  }

  private void checkEndless(List<Held<Feeling>> feelings) {
    for (int i = 0; i < feelings.size(); i++) {
      if (feelings.get(i).gone().isPresent()) {
        problems.add(problem("feelings." + i + ".gone_turn", "must be null"));
      }
    }
  }

  private <T> List<T> list(String name, Function<JsonObject, T> read) {
    Optional<JsonArray> array = document.array(name);
    if (array.isEmpty()) {
      problems.add(problem(name, "must be a list"));
    }
    List<T> things = new ArrayList<>();
    List<Json> elements = array.orElse(JsonArray.EMPTY).elements();
    for (int i = 0; i < elements.size(); i++) {
      String place = name + "." + i;
      if (elements.get(i) instanceof JsonObject object) {
        tried(place, () -> read.apply(object)).ifPresent(things::add);
      } else {
        problems.add(problem(place, "must be an object"));
      }
    }
    return things;
  }

  private <T> Optional<T> tried(String place, Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (InvalidStory e) {
      problems.add(problem(place + "." + e.place(), e.getMessage()));
      return Optional.empty();
    }
  }

  private static Problem problem(String place, String message) {
    return new Problem(JsonPath.parse(place), message, JsonNull.NULL);
  }
}
