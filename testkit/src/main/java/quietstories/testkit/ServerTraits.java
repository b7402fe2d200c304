package quietstories.testkit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import quietstories.json.JsonObject;

/**
 * What a {@link ModelServer} says about itself.
 *
 * @param models the names at {@code /v1/models}, in order
 * @param ownedBy their owner, which tells some kinds of server apart
 * @param slots {@code total_slots} at {@code /props}; empty answers 404 there
 * @param shown what else stands at {@code /props}, or the whole of {@code /api/show}
 * @param key the key that every request must bring; empty asks for none
 */
public record ServerTraits(
    List<String> models,
    String ownedBy,
    OptionalInt slots,
    JsonObject shown,
    Optional<String> key) {

  /** One model and four slots, as llama.cpp's server says it. */
  public static final ServerTraits LLAMA_SERVER =
      new ServerTraits(
          List.of("test-model"), "llamacpp", OptionalInt.of(4), JsonObject.EMPTY, Optional.empty());

  public ServerTraits {
    models = List.copyOf(models);
  }

  /** Returns these traits with other models. */
  public ServerTraits models(String... names) {
    return new ServerTraits(List.of(names), ownedBy, slots, shown, key);
  }

  /** Returns these traits with another owner of the models and without {@code /props}. */
  public ServerTraits ownedBy(String owner) {
    return new ServerTraits(models, owner, OptionalInt.empty(), shown, key);
  }

  /** Returns these traits with {@code count} slots. */
  public ServerTraits slots(int count) {
    return new ServerTraits(models, ownedBy, OptionalInt.of(count), shown, key);
  }

  /** Returns these traits with a key that every request must bring. */
  public ServerTraits key(String key) {
    return new ServerTraits(models, ownedBy, slots, shown, Optional.of(key));
  }

  /** Returns these traits, telling more of the model. */
  public ServerTraits shows(JsonObject more) {
    return new ServerTraits(models, ownedBy, slots, more, key);
  }
}
