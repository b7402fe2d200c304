package quietstories.web;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Gives each request a name of eight hexadecimal digits; it tells apart and guards nothing. */
final class RequestIds implements Supplier<String> {

  @Override
  public String get() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
  }
}
