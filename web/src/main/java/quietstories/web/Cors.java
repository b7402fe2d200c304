package quietstories.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which other sites' pages may call this server from a browser. A listed origin may send
 * credentials; the entry {@code *} lets everybody in, but never with credentials.
 */
final class Cors {

  private static final String METHODS = "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT";
  private static final String EXPOSED = "X-Request-Id, Idempotent-Replayed, Retry-After";
  private static final String ANY = "*";

  private final Set<String> origins;

  /** Creates the rule for those origins. */
  Cors(List<String> origins) {
    this.origins = Set.copyOf(origins);
  }

  /** Returns the answer to a preflight request, if this is one. */
  Optional<Reply.Whole> preflight(String method, RequestHeaders headers) {
    Optional<String> origin = headers.first("Origin");
    Optional<String> wanted = headers.first("Access-Control-Request-Method");
    if (!method.equals("OPTIONS") || origin.isEmpty() || wanted.isEmpty()) {
      return Optional.empty();
    }
    List<String> refused = new ArrayList<>();
    if (!allowed(origin.get())) {
      refused.add("origin");
    }
    if (!List.of(METHODS.split(", ", -1)).contains(wanted.get())) {
      refused.add("method");
    }
    Reply.Whole reply =
        refused.isEmpty()
            ? Reply.text(200, "OK")
            : Reply.text(400, "Disallowed CORS " + String.join(", ", refused));
    reply =
        reply.with("Access-Control-Allow-Methods", METHODS).with("Access-Control-Max-Age", "600");
    Optional<String> asked = headers.first("Access-Control-Request-Headers");
    return Optional.of(
        asked.isPresent() ? reply.with("Access-Control-Allow-Headers", asked.get()) : reply);
  }

  /** Returns the headers that every answer to this request carries. */
  Map<String, String> headers(RequestHeaders request) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Vary", "Origin");
    Optional<String> origin = request.first("Origin").filter(this::allowed);
    if (origin.isPresent() && origins.contains(origin.get())) {
      headers.put("Access-Control-Allow-Origin", origin.get());
      headers.put("Access-Control-Allow-Credentials", "true");
      headers.put("Access-Control-Expose-Headers", EXPOSED);
    } else if (origin.isPresent()) {
      headers.put("Access-Control-Allow-Origin", ANY);
      headers.put("Access-Control-Expose-Headers", EXPOSED);
    }
    return headers;
  }

  private boolean allowed(String origin) {
    return origins.contains(origin) || origins.contains(ANY);
  }
}
