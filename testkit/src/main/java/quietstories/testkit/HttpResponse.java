package quietstories.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes one response to a socket; each call is one write, so that it leaves at once. */
final class HttpResponse {

  private static final byte[] LINE = {'\r', '\n'};

  private final Socket socket;
  private final OutputStream out;

  HttpResponse(Socket socket) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
  }

  void json(int status, List<Refusal.Header> headers, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = head(status).append("Content-Type: application/json\r\n");
    headers.forEach(
        header -> head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
    head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    whole.writeBytes(bytes);
    out.write(whole.toByteArray());
  }

  void openStream(String mediaType) throws IOException {
    String head =
        head(200)
            .append("Content-Type: " + mediaType + "\r\nCache-Control: no-cache\r\n")
            .append("Transfer-Encoding: chunked\r\n\r\n")
            .toString();
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
  }

  void chunk(byte[] bytes, int from, int to) throws IOException {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream(to - from + 16);
    chunk.writeBytes(Integer.toHexString(to - from).getBytes(StandardCharsets.ISO_8859_1));
    chunk.writeBytes(LINE);
    chunk.write(bytes, from, to - from);
    chunk.writeBytes(LINE);
    out.write(chunk.toByteArray());
  }

  void endStream() throws IOException {
    out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
  }

  void close(boolean reset) throws IOException {
    if (reset) {
      socket.setSoLinger(true, 0);
    }
    socket.close();
  }

  private static StringBuilder head(int status) {
    String reason = status == 200 ? "OK" : "Status " + status;
    return new StringBuilder("HTTP/1.1 ").append(status).append(' ').append(reason).append("\r\n");
  }
}
