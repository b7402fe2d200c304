package quietstories.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver of OTLP traces on loopback that understands as much of protobuf as it needs. */
final class SpanReceiver implements AutoCloseable {

  private final List<Span> spans = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /** A span as it was received. */
  record Span(
      String trace,
      String id,
      String parent,
      String name,
      long start,
      long end,
      Map<String, String> attributes) {}

  private SpanReceiver(HttpServer server) {
    this.server = server;
  }

  static SpanReceiver start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SpanReceiver receiver = new SpanReceiver(server);
    server.createContext(
        "/v1/traces",
        exchange -> {
          receiver.read(exchange.getRequestBody().readAllBytes());
          exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return receiver;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Span> spans() {
    return List.copyOf(spans);
  }

  /** Field 1 is resource spans, its field 2 scope spans, its field 2 spans. */
  private void read(byte[] request) {
    for (Field resource : fields(request)) {
      for (Field scope : resource.number() == 1 ? fields(resource.bytes()) : List.<Field>of()) {
        for (Field span : scope.number() == 2 ? fields(scope.bytes()) : List.<Field>of()) {
          if (span.number() == 2) {
            spans.add(span(span.bytes()));
          }
        }
      }
    }
  }

  private static Span span(byte[] bytes) {
    Map<Integer, Field> known = new HashMap<>();
    Map<String, String> attributes = new HashMap<>();
    for (Field field : fields(bytes)) {
      known.put(field.number(), field);
      if (field.number() == 9) {
        List<Field> pair = fields(field.bytes());
        attributes.put(
            text(pair.getFirst().bytes()), value(fields(pair.getLast().bytes()).getFirst()));
      }
    }
    return new Span(
        hex(known.get(1)),
        hex(known.get(2)),
        known.containsKey(4) ? hex(known.get(4)) : "",
        text(known.get(5).bytes()),
        known.get(7).number64(),
        known.get(8).number64(),
        attributes);
  }

  private static String value(Field field) {
    return switch (field.number()) {
      case 1 -> text(field.bytes());
      case 4 -> Double.toString(Double.longBitsToDouble(field.number64()));
      default -> Long.toString(field.number64());
    };
  }

  private static String hex(Field field) {
    return HexFormat.of().formatHex(field.bytes());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  // why: never compared, and read once.
  @SuppressWarnings("ArrayRecordComponent")
  private record Field(int number, byte[] bytes, long number64) {}

  private static List<Field> fields(byte[] message) {
    ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    List<Field> fields = new ArrayList<>();
    while (in.hasRemaining()) {
      int key = (int) varint(in);
      switch (key & 7) {
        case 0 -> fields.add(new Field(key >>> 3, new byte[0], varint(in)));
        case 1 -> fields.add(new Field(key >>> 3, new byte[0], in.getLong()));
        case 2 -> {
          byte[] bytes = new byte[(int) varint(in)];
          in.get(bytes);
          fields.add(new Field(key >>> 3, bytes, 0));
        }
        case 5 -> fields.add(new Field(key >>> 3, new byte[0], in.getInt()));
        default -> throw new AssertionError("not protobuf: " + key);
      }
    }
    return fields;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = in.get();
      value |= (next & 0x7fL) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
