package quietstories.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quietstories.json.JsonLimits;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.json.JsonReadException;
import quietstories.json.JsonReader;
import quietstories.json.TornJson;
import quietstories.model.ModelAnswer;
import quietstories.rules.SpecCheck;
import quietstories.story.Problem;
import quietstories.story.ScenarioSpec;
import quietstories.story.SpecReader;
import quietstories.story.SpecReading;

/** Reads a scenario out of what a model answered. */
final class SpecAnswer {

  private static final Pattern FENCED =
      Pattern.compile("```[A-Za-z]*\\s*\\R(.*?)```", Pattern.DOTALL);

  private SpecAnswer() {}

  /**
   * Returns the scenario, which a compile can repair if there is anything to repair, or all that is
   * wrong with the answer.
   */
  static SpecReading read(ModelAnswer answer, SpecTolerance tolerance) {
    return object(answer.text())
        .map(found -> checked(SpecReader.read(tolerance.tidied(found))))
        .orElseGet(() -> new SpecReading.Invalid(List.of(noObject(answer.finish()))));
  }

  private static SpecReading checked(SpecReading reading) {
    if (!(reading instanceof SpecReading.Valid(ScenarioSpec spec))) {
      return reading;
    }
    List<Problem> problems = SpecCheck.problems(SpecRepair.repair(spec).spec());
    return problems.isEmpty() ? reading : new SpecReading.Invalid(problems);
  }

  private static Problem noObject(ModelAnswer.Finish finish) {
    String message =
        switch (finish) {
          case LENGTH ->
              "the answer reached its limit of length before the JSON object was whole;"
                  + " write fewer actions, events and entities, and shorter texts";
          case STOP, FILTERED, TORN -> "the answer holds no whole JSON object";
        };
    return new Problem(JsonPath.ROOT, message, JsonNull.NULL);
  }

  /** Models put fences around the object, or words before and after it. */
  private static Optional<JsonObject> object(String text) {
    List<String> candidates = new ArrayList<>();
    candidates.add(text);
    Matcher fenced = FENCED.matcher(text);
    if (fenced.find()) {
      candidates.add(fenced.group(1));
    }
    int first = text.indexOf('{');
    int last = text.lastIndexOf('}');
    if (first >= 0 && last > first) {
      candidates.add(text.substring(first, last + 1));
    }
    for (String candidate : candidates) {
      Optional<JsonObject> whole = whole(candidate);
      if (whole.isPresent()) {
        return whole;
      }
    }
    return first < 0 ? Optional.empty() : firstWhole(text.substring(first));
  }

  private static Optional<JsonObject> whole(String text) {
    try {
      return JsonReader.read(text, JsonLimits.STRICT) instanceof JsonObject object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonReadException e) {
      return Optional.empty();
    }
  }

  private static Optional<JsonObject> firstWhole(String text) {
    TornJson.Reading reading = TornJson.object(text);
    return reading.complete() ? whole(reading.value().write()) : Optional.empty();
  }
}
