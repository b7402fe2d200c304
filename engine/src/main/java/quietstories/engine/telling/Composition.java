package quietstories.engine.telling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quietstories.json.Json;
import quietstories.prompt.Scene;
import quietstories.rules.Dice;
import quietstories.story.Action;
import quietstories.story.EndingKind;
import quietstories.story.Entity;
import quietstories.story.RandomEvent;
import quietstories.story.Roll;
import quietstories.story.Ruling;

/**
 * Composes one turn's prose, sentence by sentence. A sentence of an earlier turn is not used again.
 */
final class Composition {

  private static final Set<String> PLACES =
      Set.of("place", "location", "place_name", "setting", "room", "scene");
  private static final int MOST_CHANGES = 3;

  private final PhraseBook phrases;
  private final Scene scene;
  private final Dice dice;
  private final Set<String> used = new HashSet<>();
  private final List<String> sentences = new ArrayList<>();
  private final Map<String, String> common = new HashMap<>();

  Composition(PhraseBook phrases, Scene scene, Dice dice) {
    this.phrases = phrases;
    this.scene = scene;
    this.dice = dice;
    scene.history().forEach(turn -> used.addAll(split(turn.outcome().narrative())));
    place().ifPresent(place -> common.put("place", place));
    names();
  }

  /** Returns the sentences in order; there is always at least one. */
  List<String> sentences() {
    ruling();
    scene.verdict().rolls().forEach(this::roll);
    new ChangeWords(scene, dice)
        .occasions()
        .limit(MOST_CHANGES)
        .forEach(o -> say(o.section(), o.slots()));
    scene.session().spec().randomEvents().stream()
        .filter(event -> scene.verdict().events().contains(event.id()))
        .forEach(this::event);
    if (scene.ending().isPresent()) {
      ending();
    } else {
      say("scene", Map.of());
      next();
    }
    return List.copyOf(sentences);
  }

  private void ruling() {
    Optional<Action> action = scene.action();
    switch (scene.verdict().ruling()) {
      case Ruling.Permitted _ ->
          say("permitted", Map.of("do", Words.deed(action.map(Action::label).orElse("act"))));
      case Ruling.Refused refused ->
          say(
              "refused",
              Map.of(
                  "do",
                  Words.deed(action.map(Action::label).orElse("act")),
                  "reason",
                  Words.reason(refused.reason())));
      case Ruling.Freeform _ -> words(scene.input().text().orElse(""));
    }
  }

  private void words(String text) {
    if (text.isBlank()) {
      say("waited", Map.of());
      return;
    }
    switch (Words.kind(text)) {
      case DEED -> say("words", Map.of("do", Words.freeDeed(text).orElse("act")));
      case SPEECH -> say("said", Map.of());
      case QUESTION -> say("asked", Map.of());
    }
  }

  private void roll(Roll roll) {
    String grade = (roll.margin() >= 5 ? "great " : "") + (roll.success() ? "success" : "failure");
    String kind = Words.spoken(roll.request().kind());
    say(grade, Map.of("kind", kind.matches("d\\d+|\\d+d\\d+.*") ? "luck" : kind));
  }

  private void event(RandomEvent event) {
    String words = event.description().orElse("").strip();
    if (words.matches("(?s).*[.!?…]") && !used.contains(words)) {
      sentences.add(Words.capital(words));
      used.add(words);
    } else {
      String what = words.isEmpty() ? Words.spoken(event.id().value()) : words;
      say("event", Map.of("event", Words.withinSentence(what)));
    }
  }

  private void ending() {
    scene
        .ending()
        .ifPresent(
            end ->
                say(
                    end.kind() == EndingKind.WIN ? "win" : "loss",
                    Map.of("message", Words.capital(end.message()))));
  }

  private void next() {
    List<Action> offered = new ArrayList<>(scene.offered());
    scene.action().ifPresent(offered::remove);
    if (offered.size() < 2) {
      say("alone next", Map.of());
      return;
    }
    Action first = offered.remove(dice.below(offered.size()));
    Action second = offered.remove(dice.below(offered.size()));
    say("next", Map.of("do", Words.deed(first.label()), "do2", Words.deed(second.label())));
  }

  /** Says a fresh sentence; with none left, nothing: the turn is shorter rather than repetitive. */
  private void say(String section, Map<String, String> slots) {
    Map<String, String> all = new HashMap<>(common);
    all.putAll(slots);
    Optional<String> sentence = phrases.sentence(section, all, used, dice);
    if (sentence.isEmpty() && sentences.isEmpty()) {
      // why: a turn without a word would be an error, so its first sentence may come back.
      sentence = phrases.sentence(section, all, Set.of(), dice);
    }
    sentence.ifPresent(
        text -> {
          sentences.add(text);
          used.addAll(split(text));
          used.add(text);
        });
  }

  private void names() {
    List<String> others =
        new ArrayList<>(
            scene.entities().stream()
                .filter(entity -> !entity.id().equals(scene.session().pointOfView()))
                .filter(entity -> !entity.type().matches("(?i)item|place|location|object|faction"))
                .map(Entity::name)
                .toList());
    for (String slot : List.of("name", "other")) {
      if (!others.isEmpty()) {
        common.put(slot, others.remove(dice.below(others.size())));
      }
    }
  }

  private Optional<String> place() {
    Stream<Json> tops =
        Stream.concat(
            Stream.of(scene.state()),
            Stream.of("player", "world").flatMap(key -> scene.state().object(key).stream()));
    return tops.flatMap(top -> PLACES.stream().sorted().flatMap(key -> top.child(key).stream()))
        .flatMap(value -> value.asText().stream())
        .map(text -> text.replace('_', ' ').strip())
        .filter(text -> !text.isEmpty() && text.length() <= 60)
        .findFirst();
  }

  static List<String> split(String narrative) {
    return List.of(narrative.split("(?<=[.!?…])\\s+"));
  }
}
