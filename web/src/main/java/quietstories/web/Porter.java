package quietstories.web;

import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import quietstories.engine.Trail;
import quietstories.json.JsonObject;

/**
 * Takes every request, in this order: a name for the log, the preflight of a browser, the route,
 * the body, the token, the endpoint; then writes the answer, whatever it is. The HTTP library's own
 * routing is not used, so that every path and every fault is answered here, in one form.
 */
final class Porter implements Filter {

  /** The header that names a request. */
  static final String REQUEST_ID = "X-Request-Id";

  private static final int MOST_HEADERS = 200;

  /** How much of a body that is too large is read after the answer, so that the answer arrives. */
  private static final long DRAINED = 512L << 20;

  private final RouteTable table;
  private final Cors cors;
  private final Access access;
  private final Lines lines;
  private final DoorSettings settings;
  private final RequestWatcher watcher;
  private final Supplier<String> requestIds;

  Porter(
      RouteTable table,
      Cors cors,
      Access access,
      Lines lines,
      DoorSettings settings,
      RequestWatcher watcher,
      Supplier<String> requestIds) {
    this.table = table;
    this.cors = cors;
    this.access = access;
    this.lines = lines;
    this.settings = settings;
    this.watcher = watcher;
    this.requestIds = requestIds;
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    Incoming incoming = new Incoming(request);
    Outgoing outgoing = new Outgoing(response);
    String requestId = requestIds.get();
    RequestHeaders headers = incoming.headers();
    try (Trail _ = Trail.begin(requestId, headers.first("traceparent"))) {
      CallLog log = new CallLog(requestId, incoming, headers, request.remotePeer().host());
      answer(new Visit(requestId, incoming, headers, lines.current(), log), outgoing);
    }
  }

  /** One request on its way through this class. */
  private record Visit(
      String requestId, Incoming incoming, RequestHeaders headers, Lines.Wire wire, CallLog log) {}

  private void answer(Visit visit, Outgoing outgoing) {
    Incoming incoming = visit.incoming();
    Reply reply = reply(visit);
    outgoing.add(cors.headers(visit.headers()));
    outgoing.add(Map.of(REQUEST_ID, visit.requestId()));
    boolean last = visit.wire().watched() || incoming.last();
    if (last) {
      outgoing.announceEnd();
    }
    boolean sent = false;
    try {
      write(reply, incoming, outgoing);
      sent = true;
    } finally {
      CallLog log = visit.log();
      log.ended(reply, sent);
      watcher.answered(incoming.method(), log.route(), CallLog.status(reply), log.nanos());
    }
    if (last) {
      throw new CloseConnectionException("the connection is of no further use");
    }
  }

  private Reply reply(Visit visit) {
    try {
      Optional<Reply.Whole> preflight = cors.preflight(visit.incoming().method(), visit.headers());
      return preflight.isPresent() ? preflight.get() : route(visit);
    } catch (CloseConnectionException | RequestException e) {
      // why: these are the HTTP library's own, about a request that broke off or cannot be read.
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      Failure failure = Errors.of(e, visit.requestId());
      visit.log().blames(failure, e);
      return failure.reply();
    }
  }

  private Reply route(Visit visit) {
    Incoming incoming = visit.incoming();
    if (visit.headers().count() > MOST_HEADERS) {
      throw Failure.of(FaultCode.PLAYER_HEADERS_TOO_LARGE, "There are too many headers.")
          .exception();
    }
    List<String> path = RequestPath.segments(incoming.path());
    JsonObject query = QueryText.read(incoming.query());
    return switch (table.find(incoming.method(), path)) {
      case RouteTable.Found.Match(Route route, Map<String, String> variables) -> {
        visit.log().routed(route.template().text());
        Optional.ofNullable(variables.get("session_id")).ifPresent(Trail::session);
        Bytes body = incoming.body(route.large() ? settings.maxImportBytes() : limit());
        visit.log().started(body);
        if (!route.open()) {
          access.check(visit.headers());
        }
        yield route
            .endpoint()
            .answer(
                new Call(visit.requestId(), variables, query, visit.headers(), body, visit.wire()));
      }
      case RouteTable.Found.WrongMethod(List<String> allowed) ->
          throw Failure.of(FaultCode.PLAYER_METHOD_NOT_ALLOWED, "Method Not Allowed")
              .withHeader("Allow", String.join(", ", allowed))
              .exception();
      case RouteTable.Found.Options(List<String> allowed) ->
          Reply.text(200, "").with("Allow", String.join(", ", allowed));
      case RouteTable.Found.Nowhere _ ->
          throw Failure.of(FaultCode.PLAYER_NOT_FOUND, "Not Found").exception();
    };
  }

  private long limit() {
    return settings.maxBodyBytes();
  }

  private static void write(Reply reply, Incoming incoming, Outgoing outgoing) {
    switch (reply) {
      case Reply.Streamed streamed -> outgoing.send(streamed);
      case Reply.Whole whole when incoming.unread() && !incoming.awaitsGoAhead() ->
          outgoing.sendEarly(whole, () -> incoming.drain(DRAINED));
      case Reply.Whole whole -> outgoing.send(whole, incoming.method().equals("HEAD"));
    }
  }
}
