package quietstories.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quietstories.model.Message;

/**
 * Whole prompts, compared with what was written down before, so that a change of their words is
 * seen by whoever reviews it. {@code -Dgolden.write=true} writes them down anew.
 */
class GoldenPromptTest {

  private static final Path FOLDER = Path.of("src/test/resources/quietstories/prompt/golden");

  @ParameterizedTest
  @EnumSource
  void aPromptAndWhatIsAskedAfterItsTurnReadAsTheyWereWrittenDown(AnswerForm form)
      throws IOException {
    Prompt prompt =
        PromptWriter.write(
            Worlds.scene(2, 10, "I look"), new PromptLimits(10, 10, 4_000, true), form, List.of());
    AfterthoughtPrompt after =
        AfterthoughtPrompt.write(prompt, Worlds.turn(3), true, Optional.empty(), List.of());
    String text =
        after.messages().stream().map(GoldenPromptTest::shown).collect(Collectors.joining("\n"));
    Path golden = FOLDER.resolve(form.wireName() + ".txt");
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, text);
    }

    assertThat(text).isEqualTo(Files.readString(golden));
  }

  private static String shown(Message message) {
    return "--- " + message.role() + " ---\n" + message.text() + "\n";
  }

  @ParameterizedTest
  @EnumSource(names = "CALLS", mode = EnumSource.Mode.EXCLUDE)
  void aNarratorWithoutToolsIsToldNothingOfTools(AnswerForm form) {
    Prompt prompt =
        PromptWriter.write(
            Worlds.scene(2, 10, "I look"), new PromptLimits(10, 10, 4_000, true), form, List.of());

    assertThat(prompt.messages()).noneMatch(m -> m.text().matches("(?is).*\\b(tool|calls?)\\b.*"));
  }
}
