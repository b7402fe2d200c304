package quietstories.providers;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Every server that is spoken to, each once, whoever speaks to it. Safe for many threads. */
public final class Servers {

  private final Map<String, Server> known = new ConcurrentHashMap<>();

  /** Returns the server at {@code base}; the path does not matter. */
  Server at(URI base, Duration connect) {
    String root = base.getScheme() + "://" + base.getAuthority();
    return known.computeIfAbsent(
        root, _ -> new Server(Wire.to(base, connect), new Gate(), new Breaker(System::nanoTime)));
  }
}
