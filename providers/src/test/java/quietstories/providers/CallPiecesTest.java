package quietstories.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.model.ToolCall;

class CallPiecesTest {

  @Property(tries = 300)
  void howeverArgumentsAreCutTheCallsAreTheSame(
      @ForAll @Size(min = 1, max = 5) List<String> words,
      @ForAll @IntRange(min = 1, max = 7) int longest,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<ToolCall> heard = new ArrayList<>();
    CallPieces pieces = new CallPieces(heard::add, "call_");
    for (String word : words) {
      String arguments = arguments(word);
      pieces.accept(0, "", "look", "");
      for (int from = 0; from < arguments.length(); ) {
        int to = Math.min(arguments.length(), from + 1 + random.nextInt(longest));
        pieces.accept(0, "", "", arguments.substring(from, to));
        from = to;
      }
    }
    pieces.end(true);
    assertThat(heard)
        .extracting(ToolCall::arguments)
        .isEqualTo(words.stream().map(CallPiecesTest::arguments).toList());
    assertThat(heard).extracting(ToolCall::id).doesNotHaveDuplicates();
    assertThat(pieces.given()).isEqualTo(heard);
  }

  @Property(tries = 100)
  void aCallIsGivenTheMomentItIsComplete(@ForAll String word) {
    List<ToolCall> heard = new ArrayList<>();
    CallPieces pieces = new CallPieces(heard::add, "call_");
    String arguments = arguments(word);
    pieces.accept(0, "a", "look", arguments.substring(0, arguments.length() - 1));
    assertThat(heard).isEmpty();
    pieces.accept(0, "", "", arguments.substring(arguments.length() - 1));
    assertThat(heard).containsExactly(new ToolCall("a", "look", arguments));
  }

  private static String arguments(String word) {
    return JsonObject.builder().put("at", Json.of(word + "}\"{")).build().write();
  }
}
