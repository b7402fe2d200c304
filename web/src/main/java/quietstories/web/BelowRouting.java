package quietstories.web;

import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Answers requests that are too broken to reach a route, in the same form as all others. */
final class BelowRouting implements DirectHandler {

  private final Cors cors;
  private final Supplier<String> requestIds;

  BelowRouting(Cors cors, Supplier<String> requestIds) {
    this.cors = cors;
    this.requestIds = requestIds;
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType type,
      Status status,
      ServerResponseHeaders headers,
      String message) {
    // why: what fails before a request is understood is the request's fault, though the library
    // may call it its own.
    boolean unread = request.method().isEmpty() && status.code() == 500;
    Reply.Whole reply = failure(unread ? 400 : status.code(), message).reply();
    Map<String, List<String>> sent = new LinkedHashMap<>();
    for (Header header : request.headers()) {
      sent.put(header.name(), header.allValues());
    }
    ServerResponseHeaders all = ServerResponseHeaders.create();
    cors.headers(new RequestHeaders(sent))
        .forEach((name, value) -> all.set(HeaderNames.create(name), value));
    all.set(HeaderNames.CONTENT_TYPE, reply.mediaType());
    all.set(HeaderNames.create(Porter.REQUEST_ID), requestIds.get());
    return TransportResponse.builder()
        .status(Status.create(reply.status()))
        .headers(all)
        .entity(reply.body().array())
        .keepAlive(false)
        .build();
  }

  /** The library calls headers that are too large a bad request; only its words tell. */
  private static Failure failure(int status, String message) {
    String words = message.toLowerCase(Locale.ROOT);
    if (words.contains("header") && words.contains("exceed")) {
      return Failure.of(FaultCode.PLAYER_HEADERS_TOO_LARGE, "The headers are too large.");
    }
    return switch (status) {
      case 404 -> Failure.of(FaultCode.PLAYER_NOT_FOUND, "Not Found");
      case 413 -> Failure.of(FaultCode.PLAYER_BODY_TOO_LARGE, "The body is too large.");
      case 414 -> Failure.of(FaultCode.PLAYER_ADDRESS_TOO_LONG, "The address is too long.");
      case 431 -> Failure.of(FaultCode.PLAYER_HEADERS_TOO_LARGE, "The headers are too large.");
      case 500 -> Failure.of(FaultCode.SERVER_INTERNAL, "Internal Server Error");
      case 503 -> Failure.of(FaultCode.SERVER_UNAVAILABLE, "The server is busy.");
      case 505 -> Failure.of(FaultCode.SERVER_UNSUPPORTED, "Use HTTP/1.1.");
      default -> Failure.of(FaultCode.PLAYER_BAD_REQUEST, "The request cannot be read.");
    };
  }
}
