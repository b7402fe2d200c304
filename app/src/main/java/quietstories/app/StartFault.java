package quietstories.app;

import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in one line why the server could not start. */
final class StartFault {

  private StartFault() {}

  /** Returns the sentence for {@code failure}, whose causes are looked through. */
  static String explain(Throwable failure, Settings settings) {
    String host = settings.door().host();
    int port = settings.door().port();
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(20)
        .flatMap(cause -> sentence(cause, host, port).stream())
        .findFirst()
        .orElseGet(
            () ->
                "QuietStories could not start: "
                    + PlainText.oneLine(String.valueOf(failure.getMessage()))
                    + " (more in "
                    + settings.log().directory().resolve("app.log")
                    + ")");
  }

  private static Optional<String> sentence(Throwable cause, String host, int port) {
    return switch (cause) {
      case StartFailure failure -> Optional.ofNullable(failure.getMessage());
      case BindException bind -> Optional.of(binding(bind, host, port));
      case UnknownHostException _ -> Optional.of(unknown(host));
      case UnresolvedAddressException _ -> Optional.of(unknown(host));
      default -> Optional.empty();
    };
  }

  private static String binding(BindException bind, String host, int port) {
    String words = String.valueOf(bind.getMessage()).toLowerCase(Locale.ROOT);
    if (words.contains("in use")) {
      return "Port " + port + " is in use: stop what uses it, or choose another with --port N.";
    }
    if (words.contains("permission") || words.contains("denied")) {
      return "Port " + port + " is not allowed for this user: choose one from 1024 with --port N.";
    }
    return "The address " + host + " is none of this machine: choose another with --host H.";
  }

  private static String unknown(String host) {
    return "The host name " + host + " is unknown: choose another with --host H.";
  }
}
