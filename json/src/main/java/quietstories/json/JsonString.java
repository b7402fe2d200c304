package quietstories.json;

import static java.util.Objects.requireNonNull;

/** A JSON string. */
public record JsonString(String value) implements Json {

  public JsonString {
    requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return write();
  }
}
