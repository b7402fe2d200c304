package quietstories.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import quietstories.testkit.Timing;

/** The grammar of the command line of the benchmarks. */
final class OptionsReader {

  private final List<String> names = new ArrayList<>();
  private boolean smoke;
  private Optional<URI> url = Optional.empty();
  private OptionalInt turns = OptionalInt.empty();
  private OptionalInt sessions = OptionalInt.empty();
  private OptionalDouble rate = OptionalDouble.empty();
  private String vendor = Timing.CLOUD.name();
  private Optional<Path> out = Optional.empty();

  private OptionsReader() {}

  /**
   * Reads arguments, each option as {@code --name value} or {@code --name=value}.
   *
   * @throws WrongOption if they cannot be understood
   */
  static Options read(List<String> arguments) {
    OptionsReader reader = new OptionsReader();
    Deque<String> left = new ArrayDeque<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (argument.startsWith("--") && equals > 0) {
        left.add(argument.substring(0, equals));
        left.add(argument.substring(equals + 1));
      } else {
        left.add(argument);
      }
    }
    while (!left.isEmpty()) {
      reader.take(left.remove(), left);
    }
    return reader.options();
  }

  private void take(String word, Deque<String> left) {
    switch (word) {
      case "--smoke" -> smoke = true;
      case "--url" -> url = Optional.of(address(value(word, left)));
      case "--turns" -> turns = OptionalInt.of(count(word, value(word, left)));
      case "--sessions" -> sessions = OptionalInt.of(count(word, value(word, left)));
      case "--rate" -> rate = OptionalDouble.of(rate(value(word, left)));
      case "--vendor" -> vendor = vendor(value(word, left));
      case "--out" -> out = Optional.of(Path.of(value(word, left)));
      case "all" -> {
        // why: no name at all means the same.
      }
      default -> name(word);
    }
  }

  private void name(String word) {
    if (Workload.named(word).isEmpty()) {
      String kind = word.startsWith("-") ? "option" : "benchmark";
      throw new WrongOption("There is no " + kind + " '" + word + "'; try --list or --help.");
    }
    names.add(word);
  }

  private static String value(String option, Deque<String> left) {
    if (left.isEmpty()) {
      throw new WrongOption(option + " needs a value after it; try --help.");
    }
    return left.remove();
  }

  private static URI address(String value) {
    try {
      URI address = URI.create(value.replaceAll("/+$", ""));
      if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // why: no address at all gets the same sentence as a wrong one.
    }
    throw new WrongOption(
        "--url is an address such as http://127.0.0.1:8000, not '" + value + "'.");
  }

  private static int count(String option, String value) {
    if (!value.matches("[1-9]\\d{0,5}")) {
      throw new WrongOption(option + " is a number from 1 to 999999, not '" + value + "'.");
    }
    return Integer.parseInt(value);
  }

  private static double rate(String value) {
    if (!value.matches("\\d{1,6}(\\.\\d{1,6})?") || Double.parseDouble(value) == 0) {
      throw new WrongOption("--rate is a number of turns a second above 0, not '" + value + "'.");
    }
    return Double.parseDouble(value);
  }

  private static String vendor(String value) {
    if (Timing.named(value).isEmpty() && !value.equals(Options.CONFIGURED)) {
      String names = Timing.ALL.stream().map(Timing::name).collect(Collectors.joining(", "));
      throw new WrongOption(
          "--vendor is " + names + " or " + Options.CONFIGURED + ", not '" + value + "'.");
    }
    return value;
  }

  private Options options() {
    return new Options(names, smoke, url, turns, sessions, rate, vendor, out);
  }
}
