package quietstories.testkit;

import java.util.OptionalInt;
import quietstories.json.JsonObject;

/**
 * The tokens that an answer reports.
 *
 * @param cached left out of the report if empty, as some servers do
 */
public record ReportedUsage(int input, OptionalInt cached, int output) {

  JsonObject json() {
    JsonObject.Builder usage =
        JsonObject.builder()
            .put("prompt_tokens", input)
            .put("completion_tokens", output)
            .put("total_tokens", input + output);
    cached.ifPresent(
        count ->
            usage.put(
                "prompt_tokens_details", JsonObject.builder().put("cached_tokens", count).build()));
    return usage.build();
  }
}
