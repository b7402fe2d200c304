package quietstories.story;

import java.util.Arrays;
import java.util.Base64;
import quietstories.json.JsonObject;

/** What a memory means, as a model of meanings has it: a direction of many dimensions. */
public final class Vector {

  private final String model;
  private final float[] values;

  /**
   * Creates a vector.
   *
   * @param model the model that made it; vectors of different models do not compare
   * @param values its components, at least one
   */
  public Vector(String model, float[] values) {
    if (values.length == 0) {
      throw new InvalidStory("values", "a vector has at least one component");
    }
    this.model = model;
    this.values = values.clone();
  }

  /** Returns the model that made it. */
  public String model() {
    return model;
  }

  /** Returns the number of its components. */
  public int dimension() {
    return values.length;
  }

  /** Returns its components, a copy. */
  public float[] values() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vector that
        && model.equals(that.model)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * model.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return model + "[" + values.length + "]";
  }

  /** Returns its components as 32-bit floats, little endian, one after the other. */
  public byte[] bytes() {
    byte[] bytes = new byte[values.length * Float.BYTES];
    for (int i = 0; i < values.length; i++) {
      int bits = Float.floatToRawIntBits(values[i]);
      for (int k = 0; k < Float.BYTES; k++) {
        bytes[i * Float.BYTES + k] = (byte) (bits >>> (k * Byte.SIZE));
      }
    }
    return bytes;
  }

  /**
   * Reads the form that {@link #bytes} writes.
   *
   * @throws InvalidStory if it is not that, or a component is no finite number
   */
  public static Vector of(String model, byte[] bytes) {
    if (bytes.length % Float.BYTES != 0) {
      throw new InvalidStory("values", "must be 32-bit floats, 4 bytes each");
    }
    float[] values = new float[bytes.length / Float.BYTES];
    for (int i = 0; i < values.length; i++) {
      int bits = 0;
      for (int k = 0; k < Float.BYTES; k++) {
        bits |= (bytes[i * Float.BYTES + k] & 0xff) << (k * Byte.SIZE);
      }
      values[i] = Float.intBitsToFloat(bits);
      if (!Float.isFinite(values[i])) {
        throw new InvalidStory("values", "must be finite numbers");
      }
    }
    return new Vector(model, values);
  }

  /** Returns the form {@code {"model","values"}}, with the bytes in base64. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("model", model)
        .put("values", Base64.getEncoder().encodeToString(bytes()))
        .build();
  }

  /**
   * Reads the form that {@link #toJson} writes.
   *
   * @throws InvalidStory if it is not that
   */
  public static Vector from(JsonObject json) {
    String text = Required.text(json, "values");
    try {
      return of(Required.text(json, "model"), Base64.getDecoder().decode(text));
    } catch (InvalidStory e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new InvalidStory("values", "must be base64");
    }
  }
}
