package quietstories.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.memory.Wish;

/**
 * Memories that a client wants to be kept.
 *
 * @param wishes those that can be read, by their place in the request
 * @param faults why the others cannot be read, by theirs
 */
record MemoryWishes(Map<Integer, Wish> wishes, Map<Integer, String> faults) {

  private static final int MOST = 1_000;
  private static final int LONGEST = 20_000;

  /** Reads the body of {@code call}; {@code now} dates memories that carry no turn. */
  static MemoryWishes read(Call call, int now) {
    Fields body = Body.read(call);
    Optional<JsonArray> many = body.optionalArray("memories");
    if (many.isEmpty()) {
      Wish only = wish(body, now);
      body.check();
      return new MemoryWishes(Map.of(0, only), Map.of());
    }
    if (many.get().elements().size() > MOST) {
      JsonObject context = JsonObject.of("max_length", Json.of(MOST));
      body.refuse("memories", "too_long", "List should have at most " + MOST + " items", context);
    }
    body.check();
    return each(many.get().elements(), now);
  }

  private static MemoryWishes each(List<Json> items, int now) {
    Map<Integer, Wish> wishes = new LinkedHashMap<>();
    Map<Integer, String> faults = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof JsonObject object) {
        Fields fields = Fields.of("memories", object);
        Wish wish = wish(fields, now);
        Optional<String> fault = fields.firstFault();
        if (fault.isPresent()) {
          faults.put(i, fault.get());
        } else {
          wishes.put(i, wish);
        }
      } else {
        faults.put(i, "a memory is an object with entity_id and content");
      }
    }
    return new MemoryWishes(wishes, faults);
  }

  private static Wish wish(Fields fields, int now) {
    OptionalLong importance = fields.optionalInteger("importance", 1, 10);
    return new Wish(
        fields.text("entity_id", 1, LONGEST),
        fields.text("content", 1, LONGEST),
        fields.optionalText("scope"),
        fields.optionalText("visibility"),
        importance.isPresent() ? OptionalInt.of((int) importance.getAsLong()) : OptionalInt.empty(),
        (int) fields.optionalInteger("turn", 0, Integer.MAX_VALUE).orElse(now),
        related(fields));
  }

  private static List<String> related(Fields fields) {
    List<String> names = new ArrayList<>();
    int index = 0;
    for (Json item : fields.optionalArray("related_entities").orElse(JsonArray.EMPTY).elements()) {
      Optional<String> name = item.asText();
      if (name.isEmpty()) {
        fields.refuse("related_entities", index, "Input should be a valid string", item);
      }
      name.ifPresent(names::add);
      index++;
    }
    return names;
  }
}
