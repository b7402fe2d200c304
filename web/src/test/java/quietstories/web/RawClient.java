package quietstories.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks to a server byte by byte, as no decent client would. */
final class RawClient implements AutoCloseable {

  private final Socket socket;

  RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(5_000);
  }

  /** Sends text as it is. */
  RawClient send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  RawClient send(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
    return this;
  }

  /** Returns all that comes until the server closes the connection. */
  String readAll() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Returns what comes up to and with {@code end}. */
  String readTo(String end) throws IOException {
    StringBuilder text = new StringBuilder();
    InputStream in = socket.getInputStream();
    int b = in.read();
    while (b >= 0) {
      text.append((char) b);
      if (text.length() >= end.length()
          && text.substring(text.length() - end.length()).equals(end)) {
        return text.toString();
      }
      b = in.read();
    }
    return text.toString();
  }

  /** Sends a request with {@code Connection: close} and returns the whole answer. */
  static String exchange(int port, String requestLine, String... headers) throws IOException {
    try (RawClient client = new RawClient(port)) {
      StringBuilder request = new StringBuilder(requestLine + "\r\nHost: localhost\r\n");
      for (String header : headers) {
        request.append(header).append("\r\n");
      }
      return client.send(request.append("Connection: close\r\n\r\n").toString()).readAll();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
