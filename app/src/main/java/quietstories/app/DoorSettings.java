package quietstories.app;

import java.util.List;
import java.util.Optional;

/**
 * Where and to whom the server answers.
 *
 * @param host a name or address without brackets
 * @param port 0 to 65535; 0 takes a free port
 * @param corsOrigins the origins of pages elsewhere that may call; {@code *} for all
 * @param maxBodyBytes 1 KiB to 32 MiB
 * @param token what a caller must show, if anything
 */
public record DoorSettings(
    String host, int port, List<String> corsOrigins, int maxBodyBytes, Optional<Secret> token) {

  public DoorSettings {
    corsOrigins = List.copyOf(corsOrigins);
  }
}
