package quietstories.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalLong;

/** Writes a tree as JSON text, the same text for the same tree. */
public final class JsonWriter {

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonWriter() {}

  /** Returns {@code value} on one line without white space. */
  public static String compact(Json value) {
    return write(value, false);
  }

  /** Returns {@code value} on many lines, indented by two spaces. */
  public static String pretty(Json value) {
    return write(value, true);
  }

  private static String write(Json value, boolean pretty) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      if (pretty) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        generator.setPrettyPrinter(
            new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
      }
      write(value, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(Json value, JsonGenerator generator) throws IOException {
    switch (value) {
      case JsonObject object -> {
        generator.writeStartObject();
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
          generator.writeFieldName(member.getKey());
          write(member.getValue(), generator);
        }
        generator.writeEndObject();
      }
      case JsonArray array -> {
        generator.writeStartArray();
        for (Json element : array.elements()) {
          write(element, generator);
        }
        generator.writeEndArray();
      }
      case JsonString string -> generator.writeString(string.value());
      case JsonNumber number -> {
        OptionalLong integer = number.integer();
        if (integer.isPresent()) {
          generator.writeNumber(integer.getAsLong());
        } else {
          generator.writeNumber(number.value());
        }
      }
      case JsonBoolean bool -> generator.writeBoolean(bool.value());
      case JsonNull _ -> generator.writeNull();
    }
  }
}
