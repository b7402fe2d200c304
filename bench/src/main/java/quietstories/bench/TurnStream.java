package quietstories.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLSocketFactory;
import quietstories.json.JsonObject;
import quietstories.json.JsonReadException;
import quietstories.json.JsonReader;

/**
 * Plays one streamed turn over a connection of its own. Written on bare sockets, since a thousand
 * streams must cost the machine little beside the server that is measured.
 */
final class TurnStream {

  private static final String DATA = "data:";
  private static final int PATIENCE_MILLIS = 600_000;

  private final URI address;
  private final String head;

  /** Creates a player of one session's turns; {@code headers} are further lines of each request. */
  TurnStream(String base, String session, String headers) {
    this.address = URI.create(base + "/sessions/" + session + "/turns/stream");
    this.head =
        "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nConnection: close\r\n%s"
            .formatted(address.getRawPath(), address.getAuthority(), headers);
  }

  /**
   * Plays a turn to its end.
   *
   * @throws IOException if the server refuses it or the stream is none
   */
  Streamed play(String words) throws IOException {
    byte[] body =
        JsonObject.builder().put("action", words).build().write().getBytes(StandardCharsets.UTF_8);
    String request = head + "Content-Length: " + body.length + "\r\n\r\n";
    try (Socket socket = connect()) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      Streamed streamed = new Streamed(System.nanoTime());
      byte[] whole =
          (request + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
      socket.getOutputStream().write(whole);
      read(new BufferedInputStream(socket.getInputStream()), streamed);
      streamed.ended(System.nanoTime());
      return streamed;
    }
  }

  private Socket connect() throws IOException {
    boolean secret = address.getScheme().equals("https");
    int usual = secret ? 443 : 80;
    int port = address.getPort() < 0 ? usual : address.getPort();
    return secret
        ? SSLSocketFactory.getDefault().createSocket(address.getHost(), port)
        : new Socket(address.getHost(), port);
  }

  private static void read(InputStream in, Streamed streamed) throws IOException {
    String status = Lines.next(in).orElseThrow(EOFException::new);
    boolean chunked = false;
    for (String line = Lines.needed(in); !line.isEmpty(); line = Lines.needed(in)) {
      chunked |= line.toLowerCase(Locale.ROOT).matches("transfer-encoding: *chunked");
    }
    InputStream body = chunked ? new ChunkedBody(in) : in;
    if (!status.contains(" 200")) {
      byte[] words = body.readNBytes(500);
      throw new IOException(status + " " + new String(words, StandardCharsets.UTF_8));
    }
    for (var line = Lines.next(body); line.isPresent(); line = Lines.next(body)) {
      if (line.get().startsWith(DATA)) {
        long now = System.nanoTime();
        streamed.event(now, event(line.get().substring(DATA.length()).strip()));
      }
    }
  }

  private static JsonObject event(String data) throws IOException {
    try {
      if (JsonReader.read(data) instanceof JsonObject event) {
        return event;
      }
    } catch (JsonReadException e) {
      throw new IOException("an event is no JSON: " + data, e);
    }
    throw new IOException("an event is no object: " + data);
  }
}
