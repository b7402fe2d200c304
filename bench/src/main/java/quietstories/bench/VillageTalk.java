package quietstories.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.MemoryScope;
import quietstories.story.Visibility;

/**
 * Eighteen people of one place talk, as a seed decides. Statements and questions are put in
 * different words; everybody says the same kinds of things; most of what is said answers nothing.
 */
final class VillageTalk {

  private static final List<String> NAMES =
      words(
          "Mira Tobin Ansel Rosalind Cedric Ilse Jory Petra Lucan Wren Osric Sabine Edda Falk Nadia"
              + " Ruben Thea Valen");
  private static final List<String> CHATTER =
      List.of(
          "The {a} was {b} again and nobody at the {c} cared",
          "I walked past the {c} and thought about the {a}",
          "Somebody left a {a} beside the {c}, quite {b}",
          "Have you seen how {b} the {a} looks since the {c} closed",
          "We argued about the {a} at the {c} until it grew {b}",
          "I promised to mend the {a} before the {c} opens",
          "It rained on the {c} and my {a} is {b} now",
          "They say the {a} from the {c} is {b}, but I doubt it");
  private static final List<String> THINGS =
      words(
          "lantern cart bridge fiddle kettle gate ladder sail barrel clock ledger banner oven saddle"
              + " net anvil window statue");
  private static final List<String> MANNERS =
      words(
          "crooked bright noisy damp splendid worn cheap late cold crowded painted empty strange"
              + " heavy");
  private static final List<String> PLACES =
      words(
          "market chapel harbour tavern mill forge barracks library orchard bathhouse theatre quarry"
              + " ferry");

  private record Planned(String who, TalkKind kind, int part) {}

  private record Said(Planned planned, MemoryId id) {}

  private final Random random;
  private final List<TalkKind> kinds = TalkKind.all("village.txt");
  private final List<Memory> memories = new ArrayList<>();
  private final List<Said> said = new ArrayList<>();
  private int turn;

  private VillageTalk(long seed) {
    random = new Random(seed);
  }

  /** Returns a talk of at least that many memories and at most so many questions of each kind. */
  static Talk of(long seed, int memories, int questionsOfAKind) {
    VillageTalk talk = new VillageTalk(seed);
    talk.tell(memories);
    return new Talk(NAMES, talk.memories, talk.questions(questionsOfAKind), talk.turn);
  }

  private void tell(int most) {
    List<Planned> plan = new ArrayList<>();
    for (TalkKind kind : kinds) {
      for (String who : NAMES) {
        for (int part = 0; part < parts(kind); part++) {
          plan.add(new Planned(who, kind, part));
        }
      }
    }
    Collections.shuffle(plan, random);
    int between = Math.max(1, most / plan.size());
    for (Planned planned : plan) {
      said.add(new Said(planned, remember(planned.who(), statement(planned))));
      for (int i = 1; i < between; i++) {
        remember(pick(NAMES), chatter());
      }
    }
    while (memories.size() < most) {
      remember(pick(NAMES), chatter());
    }
  }

  private int parts(TalkKind kind) {
    return switch (kind.name()) {
      case "many" -> 3;
      case "time" -> 4;
      case "change" -> 2 + random.nextInt(2);
      default -> 1;
    };
  }

  private static String statement(Planned planned) {
    List<String> values = planned.kind().values();
    int start = planned.who().hashCode() + planned.kind().statement().hashCode() + planned.part();
    String value = values.get(Math.floorMod(start, values.size()));
    return planned.kind().statement().replace("{v}", value);
  }

  private String chatter() {
    return pick(CHATTER)
        .replace("{a}", pick(THINGS))
        .replace("{b}", pick(MANNERS))
        .replace("{c}", pick(PLACES));
  }

  private MemoryId remember(String who, String content) {
    turn += random.nextInt(5) == 0 ? 1 : 0;
    MemoryId id = new MemoryId("m" + memories.size());
    memories.add(
        new Memory(
            id,
            Talk.id(who),
            random.nextBoolean() ? who + ": " + content : content,
            MemoryScope.GENERAL,
            Visibility.PUBLIC,
            turn,
            5,
            true,
            List.of(),
            List.of()));
    return id;
  }

  private List<Asked> questions(int ofAKind) {
    List<Asked> questions = new ArrayList<>();
    for (String name : TalkKind.NAMES) {
      List<Asked> all = new ArrayList<>();
      kinds.stream()
          .filter(kind -> kind.name().equals(name))
          .forEach(kind -> NAMES.forEach(who -> all.addAll(asked(kind, who))));
      Collections.shuffle(all, random);
      questions.addAll(all.subList(0, Math.min(ofAKind, all.size())));
    }
    return questions;
  }

  private List<Asked> asked(TalkKind kind, String who) {
    List<MemoryId> told =
        said.stream()
            .filter(s -> s.planned().kind().equals(kind) && s.planned().who().equals(who))
            .map(Said::id)
            .toList();
    return kind.questions().stream()
        .map(words -> words.replace("{n}", who))
        .flatMap(words -> asked(kind.name(), words, told))
        .toList();
  }

  /** The plan's order is the order of telling, so the first told is the earliest. */
  private static Stream<Asked> asked(String kind, String words, List<MemoryId> told) {
    return switch (kind) {
      case "change" -> Stream.of(asked(kind, words, told.getLast()));
      case "time" ->
          Stream.of(
              asked(kind, words.replace("{o}", "first"), told.getFirst()),
              asked(kind, words.replace("{o}", "most recently"), told.getLast()));
      default -> Stream.of(new Asked(kind, words, Set.copyOf(told)));
    };
  }

  private static Asked asked(String kind, String words, MemoryId evidence) {
    return new Asked(kind, words, Set.of(evidence));
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }
}
