package quietstories.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;

/** How an expression spells the places of its data. */
enum Dialect {
  /** As published: names between dots, nothing more. */
  PUBLISHED {
    @Override
    List<String> segments(String path) {
      return Arrays.asList(path.split("\\.", -1));
    }

    @Override
    Optional<Json> find(List<String> segments, Scope scope) {
      return walk(segments, scope.data());
    }
  },
  /**
   * As scenarios write: {@code inv[0]} is {@code inv.0}, and a leading {@code state} stands for the
   * whole state. Inside {@code map} and its kin {@code state.} and {@code params.} still reach the
   * whole, unless the element has a member of that name.
   */
  SCENARIO {
    @Override
    List<String> segments(String path) {
      return JsonPath.parse(path).segments();
    }

    @Override
    Optional<Json> find(List<String> segments, Scope scope) {
      boolean outward =
          scope.inner()
              && !segments.isEmpty()
              && OUTER.contains(segments.getFirst())
              && scope.data().child(segments.getFirst()).isEmpty();
      Json from = outward ? scope.root() : scope.data();
      boolean stated = !scope.inner() || outward;
      return stated && from instanceof JsonObject state
          ? walk(new JsonPath(segments).within(state).segments(), state)
          : walk(segments, from);
    }
  };

  private static final List<String> OUTER = List.of("state", "params");

  /** Takes a path apart. */
  abstract List<String> segments(String path);

  /** Returns what stands at a path in the scope's data, or empty if nothing does. */
  abstract Optional<Json> find(List<String> segments, Scope scope);

  private static Optional<Json> walk(List<String> segments, Json from) {
    Optional<Json> here = Optional.of(from);
    for (String segment : segments) {
      here = here.flatMap(value -> Lookups.property(value, segment));
    }
    return here;
  }
}
