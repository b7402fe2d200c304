package quietstories.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsReaderTest {

  @Test
  void optionsAreReadInBothWritings() {
    Options options =
        read("play --url=http://127.0.0.1:8000/ --turns 20 --sessions=4 --rate 2.5 --smoke");
    assertThat(options.names()).containsExactly("play");
    assertThat(options.url().orElseThrow()).hasToString("http://127.0.0.1:8000");
    assertThat(options.turns()).hasValue(20);
    assertThat(options.sessions()).hasValue(4);
    assertThat(options.rate()).hasValue(2.5);
    assertThat(options.smoke()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "--nothing",
        "play --turns",
        "play --turns 0",
        "play --turns x",
        "play --rate 0",
        "play --url nowhere",
        "play --vendor quantum"
      })
  void whatCannotBeUnderstoodIsSaidInASentence(String words) {
    assertThatThrownBy(() -> read(words)).isInstanceOf(WrongOption.class).hasMessageEndingWith(".");
  }

  @Test
  void theListNamesEveryWorkload() {
    for (Workload workload : Workload.values()) {
      assertThat(Usage.list()).contains(workload.wireName());
    }
  }

  private static Options read(String words) {
    return OptionsReader.read(List.of(words.split(" ")));
  }
}
