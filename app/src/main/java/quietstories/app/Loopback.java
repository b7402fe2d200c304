package quietstories.app;

import java.util.Locale;

/** Which host names reach this machine alone, judged without asking the network. */
final class Loopback {

  private Loopback() {}

  /** Returns whether {@code host} is loopback for sure; a name that only resolves to it is not. */
  static boolean includes(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.equals("::1")
        || name.equals("0:0:0:0:0:0:0:1")
        || name.matches("127(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})){3}");
  }
}
