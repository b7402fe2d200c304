package quietstories.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values that a setting takes. Values are trimmed and never empty when they are checked. */
sealed interface SettingKind {

  /** {@code true} or {@code false}, in the usual spellings. */
  record Flag() implements SettingKind {}

  /** A whole number from {@code least} to {@code most}, both included. */
  record Whole(long least, long most) implements SettingKind {}

  /** A decimal number from {@code least} to {@code most}, both included. */
  record Decimal(double least, double most) implements SettingKind {}

  /** One of {@code words}, in any case; {@code later} are known, but their part is not built. */
  record Choice(List<String> words, List<String> later) implements SettingKind {}

  /** Text that matches {@code pattern} whole; {@code words} say what that is. */
  record Text(Pattern pattern, String words) implements SettingKind {}

  /** An absolute address with {@code http} or {@code https} and a host. */
  record Address() implements SettingKind {}

  /** Origins of web pages, separated by commas, or {@code *}. */
  record Origins() implements SettingKind {}

  /** The name of a file, which need not exist. */
  record FileName() implements SettingKind {}

  /** A setting whose part is not built: it must be unset. */
  record Later() implements SettingKind {}

  /** Returns the kind that takes {@code words}. */
  static SettingKind oneOf(String... words) {
    return new Choice(List.of(words), List.of());
  }

  /** Returns the words that are true, and those that are false, for a flag. */
  static Optional<Boolean> flag(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "on" -> Optional.of(true);
      case "false", "0", "no", "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Returns the parts of a list that is separated by commas: trimmed, the empty ones dropped. */
  static List<String> list(String value) {
    return Arrays.stream(value.split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** Returns what is allowed, in words that continue "allowed:". */
  default String allowed() {
    return switch (this) {
      case Flag _ -> "true or false";
      case Whole(long least, long most) -> "a whole number from " + least + " to " + most;
      case Decimal(double least, double most) -> "a number from " + least + " to " + most;
      case Choice(List<String> words, _) -> String.join(", ", words);
      case Text(_, String words) -> words;
      case Address _ -> "an address that begins with http:// or https://, without a password";
      case Origins _ -> "origins such as http://localhost:3000 separated by commas, or *";
      case FileName _ -> "a file name";
      case Later _ -> "nothing; leave it unset";
    };
  }

  /** Returns what is wrong with {@code value}, or empty if it is allowed. */
  default Optional<String> fault(String value) {
    return switch (this) {
      case Flag _ -> faultUnless(flag(value).isPresent(), "is no truth value");
      case Whole(long least, long most) ->
          faultUnless(whole(value, least, most), "is no such number");
      case Decimal(double least, double most) ->
          faultUnless(decimal(value, least, most), "is no such number");
      case Choice choice -> choiceFault(choice, value.toLowerCase(Locale.ROOT));
      case Text(Pattern pattern, _) ->
          faultUnless(pattern.matcher(value).matches(), "has the wrong form");
      case Address _ -> faultUnless(address(value), "is no such address");
      case Origins _ ->
          faultUnless(list(value).stream().allMatch(SettingKind::origin), "is no list of origins");
      case FileName _ -> faultUnless(file(value), "is no file name on this system");
      case Later _ -> Optional.of("belongs to a part that is not built yet");
    };
  }

  private static Optional<String> faultUnless(boolean fine, String words) {
    return fine ? Optional.empty() : Optional.of(words);
  }

  private static Optional<String> choiceFault(Choice choice, String word) {
    if (choice.later().contains(word)) {
      return Optional.of("belongs to a part that is not built yet");
    }
    return faultUnless(choice.words().contains(word), "is unknown");
  }

  private static boolean whole(String value, long least, long most) {
    // why: at most 18 digits, so that the number always fits into a long.
    if (!value.matches("[+-]?[0-9]{1,18}")) {
      return false;
    }
    long number = Long.parseLong(value);
    return number >= least && number <= most;
  }

  private static boolean decimal(String value, double least, double most) {
    if (!value.matches("[+-]?[0-9]{0,9}(\\.[0-9]{1,18})?") || !value.matches(".*[0-9]")) {
      return false;
    }
    double number = Double.parseDouble(value);
    return number >= least && number <= most;
  }

  private static boolean file(String value) {
    try {
      return Path.of(value).getFileName() != null;
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean address(String value) {
    try {
      URI uri = new URI(value);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      return Stream.of("http", "https").anyMatch(scheme::equals)
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean origin(String value) {
    if (value.equals("*")) {
      return true;
    }
    return address(value)
        && URI.create(value).getRawPath().isEmpty()
        && URI.create(value).getRawQuery() == null;
  }

  /** Returns the lower-case names of an enum's constants, in order. */
  static <E extends Enum<E>> String[] words(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toList())
        .toArray(String[]::new);
  }
}
