package quietstories.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the door stands.
 *
 * @param host the name or address to bind to
 * @param port 0 takes a free one
 * @param origins whose pages may call from a browser
 * @param token what every call but health must carry, if anything
 * @param maxBodyBytes the largest ordinary body
 * @param maxImportBytes the largest body of an import
 * @param patience after so much silence a stream says that it waits
 * @param silence after so much silence in the midst of a request a client is sent away
 * @param logLevel shown to who asks
 */
public record DoorSettings(
    String host,
    int port,
    List<String> origins,
    Optional<String> token,
    long maxBodyBytes,
    long maxImportBytes,
    Duration patience,
    Duration silence,
    String logLevel) {

  /** The largest ordinary body unless settings say otherwise: 1 MiB. */
  public static final long MAX_BODY = 1 << 20;

  /** The largest body of an import: 32 MiB. */
  public static final long MAX_IMPORT = 32 << 20;

  public DoorSettings {
    origins = List.copyOf(origins);
  }

  /** Returns the settings of a door on this machine alone, for everybody on it. */
  public static DoorSettings local(int port) {
    return new DoorSettings(
        "127.0.0.1",
        port,
        List.of("http://localhost:5173", "http://localhost:3000"),
        Optional.empty(),
        MAX_BODY,
        MAX_IMPORT,
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        "INFO");
  }
}
