package quietstories.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the command line asks for.
 *
 * @param names the workloads, in order; empty means all
 * @param smoke whether each only shows that it runs; limits do not count then
 * @param url the server to ask; empty starts one of our own
 * @param turns how many turns a session plays; empty leaves it to the workload
 * @param sessions how many sessions play at once; empty leaves it to the workload
 * @param rate turns a second that are begun, whatever became of those before; empty plays each turn
 *     when the one before it has ended
 * @param vendor the name of a simulated vendor's timing, or {@code configured}
 * @param out the folder for the results; empty makes a new one
 */
record Options(
    List<String> names,
    boolean smoke,
    Optional<URI> url,
    OptionalInt turns,
    OptionalInt sessions,
    OptionalDouble rate,
    String vendor,
    Optional<Path> out) {

  /** The vendor that the settings name instead of a simulated one. */
  static final String CONFIGURED = "configured";

  Options {
    names = List.copyOf(names);
  }
}
