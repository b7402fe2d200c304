package quietstories.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads as much of a JSON text as is whole, for answers that were cut off or garbled. What is
 * missing is left out, never guessed: a member or element counts only if it was complete.
 */
public final class TornJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonParser parser;
  private boolean torn;

  private TornJson(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * What could be read.
   *
   * @param value the outermost object, as far as it was whole
   * @param complete whether the text held all of it
   */
  public record Reading(JsonObject value, boolean complete) {}

  /** Returns what can be read of {@code text}, whose first character opens an object. */
  public static Reading object(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      TornJson reader = new TornJson(parser);
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return new Reading(JsonObject.EMPTY, false);
      }
      JsonObject value = reader.members(1);
      return new Reading(value, !reader.torn);
    } catch (IOException e) {
      return new Reading(JsonObject.EMPTY, false);
    }
  }

  private JsonObject members(int depth) {
    Map<String, Json> members = new LinkedHashMap<>();
    String last = "";
    while (next() == JsonToken.FIELD_NAME) {
      String name = name();
      last = name;
      JsonToken token = next();
      Json value = torn ? JsonNull.NULL : value(token, depth);
      if (!torn || isPartialContainer(value)) {
        members.put(name, value);
      }
    }
    // why: a number has no closing sign, so before a tear it may have lost digits.
    if (torn && members.get(last) instanceof JsonNumber) {
      members.remove(last);
    }
    return new JsonObject(members);
  }

  private JsonArray elements(int depth) {
    List<Json> elements = new ArrayList<>();
    JsonToken token = next();
    while (!torn && token != JsonToken.END_ARRAY) {
      Json value = value(token, depth);
      if (!torn) {
        elements.add(value);
        token = next();
      }
    }
    return new JsonArray(elements);
  }

  /**
   * A list that lost its tail is still a list; an object that lost members may mean another thing.
   */
  private static boolean isPartialContainer(Json value) {
    return value instanceof JsonArray array && !array.elements().isEmpty();
  }

  private Json value(JsonToken token, int depth) {
    if (depth >= JsonLimits.LENIENT.depth()) {
      torn = true;
      return JsonNull.NULL;
    }
    return switch (token) {
      case START_OBJECT -> members(depth + 1);
      case START_ARRAY -> elements(depth + 1);
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(token);
      case VALUE_TRUE -> JsonBoolean.TRUE;
      case VALUE_FALSE -> JsonBoolean.FALSE;
      case VALUE_NULL -> JsonNull.NULL;
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> {
        torn = true;
        yield JsonNull.NULL;
      }
    };
  }

  private Json scalar(JsonToken token) {
    try {
      if (token == JsonToken.VALUE_STRING) {
        return new JsonString(parser.getText());
      }
      return JsonReader.read(parser.getText());
    } catch (IOException | JsonReadException e) {
      torn = true;
      return JsonNull.NULL;
    }
  }

  private String name() {
    try {
      return parser.currentName();
    } catch (IOException e) {
      torn = true;
      return "";
    }
  }

  /** Returns the next token; at the end of what is whole, a token that ends every loop. */
  private JsonToken next() {
    if (torn) {
      return JsonToken.NOT_AVAILABLE;
    }
    try {
      JsonToken token = parser.nextToken();
      if (token != null) {
        return token;
      }
    } catch (IOException e) {
      // why: this is the tear itself; what was read before it is the result.
    }
    torn = true;
    return JsonToken.NOT_AVAILABLE;
  }
}
