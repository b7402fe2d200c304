package quietstories.metrics;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Map;
import quietstories.json.Json;
import quietstories.json.JsonBoolean;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;

/** The attributes of a timeline's span, under the names of the conventions where they have one. */
final class SpanAttributes {

  private static final String OURS = "quietstories.";

  private static final Map<String, String> CONVENTIONS =
      Map.of(
          "model", "gen_ai.request.model",
          "provider", "gen_ai.provider.name",
          "input_tokens", "gen_ai.usage.input_tokens",
          "output_tokens", "gen_ai.usage.output_tokens",
          "cached_tokens", "gen_ai.usage.cache_read.input_tokens",
          "finish", "gen_ai.response.finish_reasons",
          "error", "error.type");

  private SpanAttributes() {}

  /** Returns the attributes of a span of that kind and name. */
  static Attributes of(String kind, String name, JsonObject attributes) {
    AttributesBuilder all = Attributes.builder();
    attributes.members().forEach((key, value) -> put(all, key, value));
    switch (kind) {
      case "model" -> all.put("gen_ai.operation.name", "chat");
      case "tool" -> {
        all.put("gen_ai.operation.name", "execute_tool");
        all.put("gen_ai.tool.name", name);
      }
      default -> all.put(OURS + "kind", kind);
    }
    return all.build();
  }

  private static void put(AttributesBuilder all, String key, Json value) {
    String name = CONVENTIONS.getOrDefault(key, OURS + key);
    switch (value) {
      case JsonNumber number when whole(number.value()) -> all.put(name, (long) number.value());
      case JsonNumber number -> all.put(name, number.value());
      case JsonBoolean flag -> all.put(name, flag.value());
      default -> value.asText().ifPresent(text -> all.put(name, text));
    }
  }

  private static boolean whole(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1L << 53;
  }
}
