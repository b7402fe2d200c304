package quietstories.story;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a change does to the value at its path. */
public enum Operation {
  /** Puts the value there; objects missing on the way are created. */
  SET,
  /** Adds the value to the number there. */
  INC,
  /** Subtracts the value from the number there. */
  DEC,
  /** Multiplies the number there by the value. */
  MUL,
  /** Merges the value, an object, into the object there, one level deep. */
  PATCH,
  /** Appends the value to the list there. */
  PUSH,
  /** Drops the last element of the list there. */
  POP,
  /** Appends the value to the log there, which is created if missing. */
  ADDLOG;

  /** Returns the name in scenarios and answers, such as {@code inc}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the operation of that name, or empty if there is none. */
  public static Optional<Operation> named(String wireName) {
    return Arrays.stream(values()).filter(op -> op.wireName().equals(wireName)).findFirst();
  }

  /** Returns all names, for messages: {@code set, inc, …}. */
  public static String allowed() {
    return String.join(", ", Arrays.stream(values()).map(Operation::wireName).toList());
  }
}
