package quietstories.app;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which room may know which.
 *
 * @param below each room with the rooms that its arrows point to
 */
record Rooms(Map<String, Set<String>> below) {

  private static final String ROOT = "quietstories.";

  /** Returns the house as ARCHITECTURE.md draws it, from the ground up. */
  static Rooms asDrawn() {
    Map<String, Set<String>> below = new LinkedHashMap<>();
    below.put("json", Set.of());
    below.put("story", Set.of("json"));
    below.put("model", Set.of("json"));
    below.put("rules", Set.of("story"));
    below.put("memory", Set.of("story"));
    below.put("prompt", Set.of("story", "memory", "model"));
    below.put("tools", Set.of("rules", "memory", "model"));
    below.put("engine", Set.of("prompt", "tools", "rules", "memory", "model"));
    below.put("engine.telling", Set.of("engine"));
    below.put("authoring", Set.of("rules", "model"));
    below.put("providers", Set.of("model"));
    below.put("store", Set.of("engine", "authoring"));
    below.put("metrics", Set.of("engine", "model", "tools"));
    below.put("web", Set.of("engine", "authoring"));
    below.put("app", Set.of("web", "store", "providers", "metrics", "engine.telling"));
    return new Rooms(below);
  }

  /**
   * Returns every room that {@code room} may know: those below it, and all that lies below them.
   */
  Set<String> known(String room) {
    Set<String> known = new TreeSet<>();
    for (String next : below.getOrDefault(room, Set.of())) {
      known.add(next);
      known.addAll(known(next));
    }
    return known;
  }

  /** Returns the room of {@code type}, or empty for what lies outside the house. */
  static Optional<String> of(JavaClass type) {
    String place = type.getBaseComponentType().getPackageName();
    return place.startsWith(ROOT) ? Optional.of(place.substring(ROOT.length())) : Optional.empty();
  }

  /** Returns the condition that a class knows only its own room and those below it. */
  ArchCondition<JavaClass> arrowsPointDown() {
    return new ArchCondition<>("know only the rooms below") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String here = of(type).orElse("nowhere");
        Set<String> known = known(here);
        type.getDirectDependenciesFromSelf()
            .forEach(
                dependency -> {
                  String there = of(dependency.getTargetClass()).orElse(here);
                  boolean fine = there.equals(here) || known.contains(there);
                  events.add(new SimpleConditionEvent(type, fine, dependency.getDescription()));
                });
      }
    };
  }
}
