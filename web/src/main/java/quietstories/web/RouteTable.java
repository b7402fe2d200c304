package quietstories.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** All routes, and which of them a request means. */
final class RouteTable {

  private final List<Route> routes;

  /** Creates the table of those routes. */
  RouteTable(List<Route> routes) {
    this.routes =
        routes.stream()
            .sorted(Comparator.comparingInt((Route route) -> -route.template().fixed()))
            .toList();
  }

  /** What a table says to a path and a method. */
  sealed interface Found {

    /** The route, with what stands for the names of its template. */
    record Match(Route route, Map<String, String> variables) implements Found {}

    /** The path exists, but not with that method. */
    record WrongMethod(List<String> allowed) implements Found {}

    /** The client asks what the path allows. */
    record Options(List<String> allowed) implements Found {}

    /** There is no such path. */
    record Nowhere() implements Found {}
  }

  /** Returns all routes. */
  List<Route> routes() {
    return routes;
  }

  /** Returns what {@code method} on the path of those segments means. */
  Found find(String method, List<String> path) {
    List<Found.Match> there = new ArrayList<>();
    for (Route route : routes) {
      Optional<Map<String, String>> variables = route.template().match(path);
      variables.ifPresent(found -> there.add(new Found.Match(route, found)));
    }
    if (there.isEmpty()) {
      return new Found.Nowhere();
    }
    if (method.equals("OPTIONS")) {
      return new Found.Options(allowed(there));
    }
    String verb = method.equals("HEAD") ? "GET" : method;
    Optional<Found.Match> match =
        there.stream().filter(found -> found.route().verb().name().equals(verb)).findFirst();
    return match.isPresent() ? match.get() : new Found.WrongMethod(allowed(there));
  }

  private static List<String> allowed(List<Found.Match> there) {
    TreeSet<String> methods = new TreeSet<>(List.of("OPTIONS"));
    for (Found.Match match : there) {
      methods.add(match.route().verb().name());
      if (match.route().verb() == Verb.GET) {
        methods.add("HEAD");
      }
    }
    return List.copyOf(methods);
  }
}
