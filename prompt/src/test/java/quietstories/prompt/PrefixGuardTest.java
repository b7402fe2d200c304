package quietstories.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import quietstories.json.JsonObject;
import quietstories.model.Message;
import quietstories.model.ToolSpec;
import quietstories.story.Session;
import quietstories.story.StorySoFar;
import quietstories.story.Turn;

/** A prompt begins as the one before it did, or it is said why not. */
class PrefixGuardTest {

  private static final PromptLimits WIDE = new PromptLimits(50, 10, 100_000, true);

  private static Prompt prompt(int played, PromptLimits limits, Optional<Prompt> before) {
    int kept = before.flatMap(known -> known.trace().begun(limits, AnswerForm.MARKER)).orElse(0);
    Scene scene = Worlds.scene(played, limits.maxTurnHistory(), "I go on " + played);
    return PromptWriter.write(scene.continuing(kept), limits, AnswerForm.MARKER, List.of());
  }

  private static PrefixReport compare(Prompt before, Prompt now) {
    return PrefixGuard.compare(Optional.of(before.trace()), now, TokenEstimate.DEFAULT);
  }

  @Property(tries = 60)
  void thePrefixHoldsToTheByteUnlessABreakIsReported(
      @ForAll @IntRange(min = 1, max = 50) int turns,
      @ForAll @IntRange(min = 1_000, max = 8_000) int tokens,
      @ForAll @IntRange(min = 1, max = 70) int length) {
    PromptLimits limits = new PromptLimits(turns, 10, tokens, true);
    Optional<Prompt> before = Optional.empty();
    for (int played = 0; played < length; played++) {
      Prompt now = prompt(played, limits, before);
      if (before.isPresent()) {
        List<Message> earlier = before.get().messages();
        List<Message> kept = earlier.subList(0, earlier.size() - 1);
        boolean holds =
            now.messages().size() >= kept.size()
                && now.messages().subList(0, kept.size()).equals(kept);
        assertThat(compare(before.get(), now).broken().isEmpty()).isEqualTo(holds);
      }
      assertThat(TokenEstimate.DEFAULT.of(now)).isLessThanOrEqualTo(tokens);
      assertThat(now.messages().size()).isLessThanOrEqualTo(4 + 2 * turns);
      before = Optional.of(now);
    }
  }

  @Test
  void atTheDefaultsTheWindowIsCutAtMostOnceInFiveTurns() {
    List<PrefixBreak> breaks = new ArrayList<>();
    Optional<Prompt> before = Optional.empty();
    for (int played = 0; played < 60; played++) {
      Prompt now = prompt(played, PromptLimits.DEFAULT, before);
      before.flatMap(known -> compare(known, now).broken()).ifPresent(breaks::add);
      before = Optional.of(now);
    }
    assertThat(breaks).hasSizeBetween(1, 12).containsOnly(PrefixBreak.HISTORY_CUT);
  }

  @Test
  void theFirstPromptOfASessionSharesNothing() {
    PrefixReport report =
        PrefixGuard.compare(
            Optional.empty(), prompt(0, WIDE, Optional.empty()), TokenEstimate.DEFAULT);

    assertThat(report.toJson().text("prefix_break")).contains("first_prompt");
    assertThat(report.share()).isZero();
  }

  @Test
  void otherToolsBreakEverything() {
    Scene scene = Worlds.scene(3, 50, "x");
    ToolSpec tool = new ToolSpec("roll", "Throws dice.", JsonObject.EMPTY);
    Prompt with = PromptWriter.write(scene, WIDE, AnswerForm.CALLS, List.of(tool));
    Prompt without = PromptWriter.write(scene, WIDE, AnswerForm.CALLS, List.of());

    assertThat(compare(with, without).broken()).contains(PrefixBreak.TOOLS_CHANGED);
    assertThat(compare(with, without).reusable()).isZero();
    assertThat(compare(with, with).broken()).isEmpty();
  }

  @Test
  void theOrderInWhichToolsAreGivenDoesNotMatter() {
    Scene scene = Worlds.scene(3, 50, "x");
    ToolSpec one = new ToolSpec("add_memory", "Remembers.", JsonObject.EMPTY);
    ToolSpec two = new ToolSpec("roll", "Throws dice.", JsonObject.EMPTY);

    assertThat(PromptWriter.write(scene, WIDE, AnswerForm.CALLS, List.of(two, one)))
        .isEqualTo(PromptWriter.write(scene, WIDE, AnswerForm.CALLS, List.of(one, two)));
  }

  @Test
  void anotherFormOtherLimitsAndAnotherCastAreNamedAsTheCause() {
    Prompt before = prompt(12, WIDE, Optional.empty());
    Scene scene = Worlds.scene(13, 50, "x");
    Session renamed = Worlds.withCast(scene.session(), "Miriam");
    Scene other = Worlds.scene(scene.history(), renamed, "x");

    assertThat(
            compare(before, PromptWriter.write(scene, WIDE, AnswerForm.JSON, List.of())).broken())
        .contains(PrefixBreak.FORM_CHANGED);
    assertThat(
            compare(before, prompt(13, new PromptLimits(3, 3, 1_000, true), Optional.empty()))
                .broken())
        .contains(PrefixBreak.SETTINGS_CHANGED);
    assertThat(
            compare(before, PromptWriter.write(other, WIDE, AnswerForm.MARKER, List.of())).broken())
        .contains(PrefixBreak.CAST_OR_WORLD_CHANGED);
  }

  @Test
  void turnsThatWereTakenBackAreNamedAsTheCause() {
    Prompt before = prompt(12, WIDE, Optional.empty());
    List<Turn> history = new ArrayList<>(Worlds.scene(12, 50, "x").history());
    history.set(4, Worlds.turn(5, "I turn back", "The stairs end."));
    Scene other = Worlds.scene(history, Worlds.session(12), "x");

    assertThat(
            compare(before, PromptWriter.write(other, WIDE, AnswerForm.MARKER, List.of())).broken())
        .contains(PrefixBreak.TURNS_REPLACED);
  }

  @Test
  void aSummaryAndTheCutThatItIsForBreakThePrefixTogether() {
    Prompt full = prompt(9, PromptLimits.DEFAULT, Optional.empty());
    assertThat(full.summaryDue()).isPresent();
    int due = full.summaryDue().getAsInt();
    Session told = Worlds.session(10).withSummary(new StorySoFar(due, "Much."), Worlds.NOON);
    Scene scene = Worlds.scene(Worlds.scene(10, 10, "x").history(), told, "x");
    int kept = full.trace().begun(PromptLimits.DEFAULT, AnswerForm.MARKER).orElseThrow();
    Prompt next =
        PromptWriter.write(
            scene.continuing(kept), PromptLimits.DEFAULT, AnswerForm.MARKER, List.of());

    assertThat(next.trace().firstTurn()).isEqualTo(due + 1);
    assertThat(next.messages().get(3).text()).startsWith("What happened before: \"Much.\"");
    assertThat(compare(full, next).broken()).contains(PrefixBreak.HISTORY_CUT);
  }

  @Test
  void whatFellOutIsSummarisedHoweverLongTheStoryGetsWithNoTurnLeftOut() {
    Session session = Worlds.session(0);
    int kept = 0;
    int summaries = 0;
    for (int played = 0; played < 80; played++) {
      Session now = Worlds.atTurn(session, played);
      List<Turn> history = Worlds.scene(played, 10, "x").history();
      Prompt prompt =
          PromptWriter.write(
              Worlds.scene(history, now, "x").continuing(kept),
              PromptLimits.DEFAULT,
              AnswerForm.MARKER,
              List.of());
      kept = prompt.trace().firstTurn();
      int told = now.summary().map(StorySoFar::through).orElse(0);
      assertThat(played == 0 || told >= kept - 1).isTrue();
      if (prompt.summaryDue().isPresent()) {
        summaries++;
        int through = prompt.summaryDue().getAsInt();
        assertThat(through).isGreaterThan(told);
        session = now.withSummary(new StorySoFar(through, "All until " + through), Worlds.NOON);
      } else {
        session = now;
      }
    }
    assertThat(summaries).isBetween(8, 30);
  }
}
