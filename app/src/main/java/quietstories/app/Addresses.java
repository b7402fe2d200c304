package quietstories.app;

import java.net.URI;

/** Addresses as a browser takes them. */
final class Addresses {

  private Addresses() {}

  /**
   * Returns the address of a server that listens on {@code host}: where that stands for every
   * address of the machine, the one that this machine itself can use.
   */
  static URI http(String host, int port) {
    String name =
        switch (host) {
          case "0.0.0.0" -> "127.0.0.1";
          case "::", "0:0:0:0:0:0:0:0" -> "[::1]";
          default -> host.contains(":") ? "[" + host + "]" : host;
        };
    return URI.create("http://" + name + ":" + port);
  }
}
