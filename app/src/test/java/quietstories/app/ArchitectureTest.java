package quietstories.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The arrows between rooms and what each room may touch. Every rule is also shown to fail where it
 * is broken: against a house that is drawn otherwise, or on a room that is free to do the thing.
 */
class ArchitectureTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(place -> !place.contains("testkit"))
          .importPackages("quietstories");

  @Test
  void everyRoomIsDrawn() {
    assertThat(HOUSE.stream().flatMap(type -> Rooms.of(type).stream()).distinct())
        .contains("json", "story", "model", "rules", "prompt", "engine", "app")
        .isSubsetOf(Rooms.asDrawn().below().keySet());
  }

  @Test
  void arrowsPointDown() {
    classes().should(Rooms.asDrawn().arrowsPointDown()).check(HOUSE);
  }

  @Test
  void anArrowThatIsNotDrawnIsFound() {
    for (String room : Set.of("story", "rules", "engine")) {
      Map<String, Set<String>> below = new LinkedHashMap<>(Rooms.asDrawn().below());
      below.put(room, Set.of());
      assertBroken(classes().should(new Rooms(below).arrowsPointDown()), HOUSE);
    }
  }

  @Test
  void noRoomIsBelowItself() {
    Rooms rooms = Rooms.asDrawn();
    assertThat(rooms.below().keySet()).noneMatch(room -> rooms.known(room).contains(room));
  }

  @TestFactory
  Stream<DynamicTest> pureRoomsNeitherAskTheTimeNorTouchTheWorld() {
    return impurities(
            "quietstories.story",
            "quietstories.rules",
            "quietstories.memory",
            "quietstories.prompt")
        .entrySet()
        .stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(HOUSE)));
  }

  @Test
  void impurityIsFoundWhereItIsAllowed() {
    impurities("quietstories.app", "quietstories.engine")
        .forEach((name, rule) -> assertBroken(rule, HOUSE));
  }

  @Test
  void onlyOneRoomTouchesEachOutsideThing() {
    keptBy("store", "java.sql..", "org.sqlite..", "org.jdbi..", "org.flywaydb..", "com.zaxxer..")
        .check(HOUSE);
    keptBy("web", "io.helidon..").check(HOUSE);
    keptBy("metrics", "io.prometheus..", "io.opentelemetry..").check(HOUSE);
    keptBy("providers", "java.net.http..").check(HOUSE);
    keptBy("json", "com.fasterxml..").check(HOUSE);
    keptBy("app", "ch.qos.logback..", "java.util.logging..").check(HOUSE);
  }

  @Test
  void aThingThatAnotherRoomTouchesIsFound() {
    assertBroken(keptBy("web", "com.fasterxml.."), HOUSE);
    assertBroken(keptBy("store", "ch.qos.logback.."), HOUSE);
  }

  @Test
  void onlyTheDoorToPlayersCatchesEverything() {
    noClasses()
        .that()
        .resideOutsideOfPackages("quietstories.web")
        .should(catchException())
        .check(HOUSE);
  }

  @Test
  void aBroadCatchIsFound() {
    assertBroken(
        noClasses().should(catchException()), new ClassFileImporter().importClasses(Broad.class));
  }

  /** Rules that {@code rooms} are pure, by name. */
  private static Map<String, ArchRule> impurities(String... rooms) {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put(
        "no input or output",
        noClasses()
            .that()
            .resideInAnyPackage(rooms)
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("java.nio..", "java.net..", "java.io..")
                    .and(
                        describe(
                            "do something",
                            type ->
                                !type.isAssignableTo(Throwable.class)
                                    && !type.getPackageName().equals("java.nio.charset")
                                    && !type.getSimpleName().equals("Serializable")))));
    rules.put(
        "no logger",
        noClasses()
            .that()
            .resideInAnyPackage(rooms)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "java.util.logging.."));
    rules.put(
        "no threads",
        noClasses()
            .that()
            .resideInAnyPackage(rooms)
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("java.util.concurrent..")
                    .or(describe("Thread", type -> type.getName().equals("java.lang.Thread")))));
    rules.put(
        "no clock",
        noClasses()
            .that()
            .resideInAnyPackage(rooms)
            .should()
            .callMethodWhere(
                target(
                    describe(
                        "asks the time",
                        call ->
                            Set.of("now", "instant", "nanoTime", "currentTimeMillis")
                                    .contains(call.getName())
                                && call.getOwner().getPackageName().startsWith("java.")))));
    return rules;
  }

  /** The rule that the packages {@code things} are used by {@code room} alone. */
  private static ArchRule keptBy(String room, String... things) {
    return noClasses()
        .that()
        .resideOutsideOfPackages("quietstories." + room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(things);
  }

  private static ArchCondition<JavaClass> catchException() {
    return new ArchCondition<>("catch Exception") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean broad =
            type.getCodeUnits().stream()
                .flatMap(unit -> unit.getTryCatchBlocks().stream())
                .flatMap(block -> block.getCaughtThrowables().stream())
                .anyMatch(caught -> caught.getName().equals("java.lang.Exception"));
        events.add(new SimpleConditionEvent(type, broad, type.getName()));
      }
    };
  }

  private static void assertBroken(ArchRule rule, JavaClasses classes) {
    assertThat(rule.allowEmptyShould(true).evaluate(classes).hasViolation())
        .as(rule.getDescription())
        .isTrue();
  }

  /** Catches more than it should. */
  static final class Broad {

    static boolean quiet(java.util.concurrent.Callable<?> work) {
      try {
        work.call();
        return true;
      } catch (Exception e) {
        return false;
      }
    }
  }
}
