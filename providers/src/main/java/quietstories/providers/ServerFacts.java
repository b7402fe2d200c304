package quietstories.providers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.model.ModelAbilities;
import quietstories.model.ModelIdentity;

/**
 * What follows from a server's kind and from what it tells of itself, without a question to the
 * model.
 *
 * @param models the models that it lists
 * @param details what llama-server tells at {@code /props}, or Ollama of the model
 * @param wanted how many calls at once the operator allows
 */
record ServerFacts(
    Endpoint endpoint, List<JsonObject> models, Optional<JsonObject> details, OptionalInt wanted) {

  private static final int MANY = 256;
  private static final String NAMELESS = "default";

  /** Below this many parameters, models call one tool where several are due, or none. */
  private static final double SMALL = 4e9;

  ServerFacts {
    models = List.copyOf(models);
  }

  /** Returns the name of the model to ask: the one that was named, or the first that is listed. */
  String name() {
    return endpoint
        .model()
        .or(() -> models.stream().flatMap(model -> model.text("id").stream()).findFirst())
        .orElse(NAMELESS);
  }

  Finding finding() {
    if (endpoint.provider().equals("anthropic")) {
      return known(
          new ModelAbilities(true, true, true, true, false, true, true),
          "Anthropic's Messages API calls tools");
    }
    if (ModelSelection.isPublic(endpoint.base())) {
      return known(
          new ModelAbilities(true, true, true, true, true, true, true), "OpenAI calls tools");
    }
    if (endpoint.provider().equals("ollama")) {
      return ollama();
    }
    if (details.isPresent()) {
      return llamaServer(details.get());
    }
    if ("openrouter.ai".equals(endpoint.base().getHost())) {
      return openRouter();
    }
    return other();
  }

  private Finding ollama() {
    List<String> can = details.map(shown -> texts(shown, "capabilities")).orElse(List.of());
    double size =
        details
            .flatMap(shown -> shown.object("details"))
            .flatMap(about -> about.text("parameter_size"))
            .map(ServerFacts::size)
            .orElse(0.0);
    boolean tools = can.contains("tools");
    boolean several = tools && size >= SMALL;
    return known(
        new ModelAbilities(true, tools, several, true, false, false, true),
        "Ollama holds its model to a schema and says that it "
            + (tools ? "knows tools" : "knows no tools")
            + (tools && !several ? ", but it is too small for several calls" : ""));
  }

  /** This server takes tools without a word and ignores them if the model's template has none. */
  private Finding llamaServer(JsonObject properties) {
    JsonObject caps = properties.object("chat_template_caps").orElse(JsonObject.EMPTY);
    boolean tools =
        caps.flag("supports_tools").orElse(false) && caps.flag("supports_tool_calls").orElse(true);
    double size =
        entry()
            .flatMap(model -> model.object("meta"))
            .map(meta -> (double) meta.integer("n_params").orElse(0))
            .orElse(0.0);
    boolean several =
        tools && caps.flag("supports_parallel_tool_calls").orElse(false) && size >= SMALL;
    String why =
        tools
            ? several
                ? "the model's template calls tools"
                : "the model is too small for several calls"
            : "the model's template knows no tools";
    return known(
        new ModelAbilities(true, tools, several, true, false, true, true),
        "llama-server keeps to a schema, and " + why);
  }

  private Finding openRouter() {
    List<String> can = entry().map(model -> texts(model, "supported_parameters")).orElse(List.of());
    boolean tools = can.contains("tools");
    boolean schema = can.contains("structured_outputs");
    return known(
        new ModelAbilities(true, tools, tools, schema, false, true, true),
        "OpenRouter lists what the model takes: "
            + (tools ? "tools" : "no tools")
            + (schema ? ", a schema" : ", no schema"));
  }

  private Finding other() {
    boolean vllm =
        models.stream().anyMatch(m -> m.text("owned_by").filter("vllm"::equals).isPresent());
    boolean studio = endpoint.provider().equals("lmstudio");
    String kind = vllm ? "vLLM" : studio ? "LM Studio" : "a server of unknown kind";
    if (vllm || studio) {
      return found(
          new ModelAbilities(true, false, false, true, false, false, false),
          kind + " keeps to a schema; whether the model calls tools is not known yet",
          true);
    }
    boolean near = "http".equals(endpoint.base().getScheme());
    return found(ModelAbilities.PLAIN, kind + ", taken to do no more than talk", near);
  }

  private Finding known(ModelAbilities abilities, String reason) {
    return found(abilities, reason, false);
  }

  private Finding found(ModelAbilities abilities, String reason, boolean open) {
    ModelIdentity who =
        new ModelIdentity(endpoint.provider(), name(), abilities, endpoint.isLocal());
    return new Finding(who, wanted.orElseGet(this::slots), reason, open);
  }

  private int slots() {
    OptionalLong slots = details.map(p -> p.integer("total_slots")).orElse(OptionalLong.empty());
    if (slots.isPresent()) {
      return Math.clamp(slots.getAsLong(), 1, MANY);
    }
    boolean one = endpoint.provider().equals("ollama") || endpoint.provider().equals("lmstudio");
    return one ? 1 : MANY;
  }

  private Optional<JsonObject> entry() {
    return models.stream()
        .filter(model -> model.text("id").equals(Optional.of(name())))
        .findFirst();
  }

  private static List<String> texts(JsonObject json, String key) {
    return json.array(key).stream().flatMap(JsonArray::texts).toList();
  }

  /** Returns the number in words such as {@code 8.0B} or {@code 567M}; 0 if it cannot be read. */
  private static double size(String words) {
    if (!words.matches("\\d{1,6}(\\.\\d{1,6})?[KMBTkmbt]")) {
      return 0;
    }
    double number = Double.parseDouble(words.substring(0, words.length() - 1));
    return switch (words.toUpperCase(Locale.ROOT).charAt(words.length() - 1)) {
      case 'K' -> number * 1e3;
      case 'M' -> number * 1e6;
      case 'B' -> number * 1e9;
      default -> number * 1e12;
    };
  }
}
