package quietstories.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that nobody changes. */
final class Bytes {

  /** No bytes. */
  static final Bytes NONE = new Bytes(new byte[0]);

  private final byte[] array;

  private Bytes(byte[] array) {
    this.array = array;
  }

  /** Returns {@code array}, which now belongs to the result. */
  static Bytes of(byte[] array) {
    return new Bytes(array);
  }

  /** Returns {@code text} in UTF-8. */
  static Bytes of(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns how many there are. */
  int length() {
    return array.length;
  }

  /** Returns the first {@code most} bytes of these, or these if there are no more. */
  Bytes beginning(int most) {
    return array.length <= most ? this : new Bytes(Arrays.copyOf(array, most));
  }

  /** Returns the bytes as text, for who logs them. */
  @Override
  public String toString() {
    return new String(array, StandardCharsets.UTF_8);
  }

  /** Returns the bytes, only to be read. */
  byte[] array() {
    return array;
  }
}
