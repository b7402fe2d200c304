package quietstories.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quietstories.json.JsonReadException.Fault;

/** Reads JSON text into a tree. Of several members with one name the last one counts. */
public final class JsonReader {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(1_000)
                  .maxStringLength(64 << 20)
                  .maxNameLength(1 << 20)
                  .build())
          .build();

  private final JsonParser parser;
  private final JsonLimits limits;

  private JsonReader(JsonParser parser, JsonLimits limits) {
    this.parser = parser;
    this.limits = limits;
  }

  /**
   * Returns the one value that {@code text} holds, read with {@link JsonLimits#STRICT}.
   *
   * @throws JsonReadException if the text is no acceptable JSON
   */
  public static Json read(String text) {
    return read(text, JsonLimits.STRICT);
  }

  /**
   * Returns the one value that {@code text} holds.
   *
   * @throws JsonReadException if the text is no acceptable JSON
   */
  public static Json read(String text, JsonLimits limits) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return new JsonReader(parser, limits).document();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the one value that the UTF-8 text {@code bytes} holds.
   *
   * @throws JsonReadException if the bytes are no acceptable JSON
   */
  public static Json read(byte[] bytes, JsonLimits limits) {
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      return new JsonReader(parser, limits).document();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Json document() throws IOException {
    try {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw fault(Fault.MALFORMED, "there is no JSON value");
      }
      Json value = value(first, 0);
      if (parser.nextToken() != null) {
        throw fault(Fault.MALFORMED, "there is text after the JSON value");
      }
      return value;
    } catch (StreamConstraintsException e) {
      throw fault(Fault.MALFORMED, "a number, name or string is too long");
    } catch (JsonProcessingException e) {
      throw fault(Fault.MALFORMED, "this is not JSON");
    } catch (java.io.CharConversionException e) {
      throw fault(Fault.BAD_TEXT, "this is not UTF-8");
    }
  }

  private Json value(JsonToken token, int depth) throws IOException {
    return switch (token) {
      case START_OBJECT -> object(depth + 1);
      case START_ARRAY -> array(depth + 1);
      case VALUE_STRING -> new JsonString(text(parser.getText()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE -> JsonBoolean.TRUE;
      case VALUE_FALSE -> JsonBoolean.FALSE;
      case VALUE_NULL -> JsonNull.NULL;
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw fault(Fault.MALFORMED, "a value is missing");
    };
  }

  private Json object(int depth) throws IOException {
    checkDepth(depth);
    Map<String, Json> members = new LinkedHashMap<>();
    while (next() == JsonToken.FIELD_NAME) {
      String name = text(parser.currentName());
      members.put(name, value(next(), depth));
    }
    return new JsonObject(members);
  }

  private Json array(int depth) throws IOException {
    checkDepth(depth);
    List<Json> elements = new ArrayList<>();
    for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
      elements.add(value(token, depth));
    }
    return new JsonArray(elements);
  }

  private JsonToken next() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw fault(Fault.MALFORMED, "the text ends before its value does");
    }
    return token;
  }

  private void checkDepth(int depth) {
    if (depth > limits.depth()) {
      throw fault(Fault.TOO_DEEP, "nested deeper than " + limits.depth() + " levels");
    }
  }

  private Json number() throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return JsonNumber.of(parser.getLongValue());
    }
    return JsonNumber.finite(parser.getDoubleValue())
        .orElseThrow(() -> fault(Fault.NUMBER_OUT_OF_RANGE, "a number is outside double range"));
  }

  private String text(String text) {
    if (limits.strictText()) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (pair) {
          i++;
        } else if (c == 0 || Character.isSurrogate(c)) {
          throw fault(Fault.BAD_TEXT, "a string holds a NUL character or half a surrogate pair");
        }
      }
    }
    return text;
  }

  private JsonReadException fault(Fault fault, String message) {
    var location = parser.currentLocation();
    long offset = Math.max(location.getCharOffset(), location.getByteOffset());
    return new JsonReadException(fault, Math.max(offset, 0), message);
  }
}
