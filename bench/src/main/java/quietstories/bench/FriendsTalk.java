package quietstories.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.MemoryScope;
import quietstories.story.Visibility;

/**
 * Two friends write to each other over two years, as a seed decides. Every message bears its date;
 * questions share names of people and places with their evidence, and so do other messages: the
 * friend's answer, other things about the same people and places, and small talk.
 */
final class FriendsTalk {

  private static final List<String> FRIENDS = List.of("Nora", "Felix");
  private static final List<String> PEOPLE =
      words(
          "Priya Marcus Yolanda Dmitri Annika Desmond Lucia Harold Noemi Oscar Tamsin Rashid Greta"
              + " Kwame Bridget Emilio Saskia Victor Hanna Pavel");
  private static final List<String> MONTHS =
      words(
          "January February March April May June July August September October November December");
  private static final List<String> HEADS =
      words("Hal Bram Oster Wyn Tarn Ell Corv Mar Dun Fen Ash Quil Ruth Sed Lin");
  private static final List<String> TAILS = words("bury ford wick holm dale mere stead ton");
  private static final List<String> OPENINGS =
      List.of("", "", "Guess what! ", "Honestly, ", "Hey {o}! ", "Oh, and ", "Good news: ");
  private static final List<String> CLOSINGS =
      List.of(
          "", "", " How are you?", " It was about time.", " I am still smiling.", " Wish me luck!");
  private static final List<String> CHATTER =
      List.of(
          "Thanks, {o}, that means a lot to me",
          "How was your week? Mine was busy but fine",
          "I ran into {p} yesterday, you know how {p} is",
          "Have you ever been to {r}? Everybody talks about it",
          "It rained all day here, so I stayed in and read",
          "{p} says hello and asks when you visit",
          "I thought of you when I drove through {r}",
          "That sounds wonderful, {o}, tell me more",
          "I miss the old days when {p} and you lived close by",
          "My class at {r} was cancelled, so I have time to write",
          "We should meet {p} for a drink soon",
          "The traffic around {r} gets worse each month",
          "I could not sleep, so I listened to music until late",
          "Did {p} ever tell you about the party in {r}",
          "Work is work, but the weekend is near");

  private record Planned(String who, TalkKind kind, String person, String place, int part) {}

  private record Said(Planned planned, MemoryId id, String month) {}

  private final Random random;
  private final List<TalkKind> kinds = TalkKind.all("friends.txt");
  private final List<String> places = new ArrayList<>();
  private final List<Memory> memories = new ArrayList<>();
  private final List<Said> said = new ArrayList<>();
  private int messages;

  private FriendsTalk(long seed, int messages) {
    random = new Random(seed);
    this.messages = messages;
    HEADS.forEach(head -> TAILS.forEach(tail -> places.add(head + tail)));
    Collections.shuffle(places, random);
  }

  /** Returns a talk of at least that many memories and at most so many questions of each kind. */
  static Talk of(long seed, int memories, int questionsOfAKind) {
    FriendsTalk talk = new FriendsTalk(seed, memories);
    talk.tell();
    List<Asked> questions = talk.questions(questionsOfAKind);
    return new Talk(FRIENDS, talk.memories, questions, talk.memories.getLast().turn());
  }

  private void tell() {
    List<Planned> plan = plan();
    messages = Math.max(messages, 3 * plan.size());
    int between = messages / plan.size() - 2;
    for (Planned planned : plan) {
      String month = month();
      String value = planned.kind().values().get(planned.part() % planned.kind().values().size());
      said.add(new Said(planned, say(planned.who(), told(planned, value)), month));
      say(other(planned.who()), filled(planned.kind().echo(), planned.person(), planned.place()));
      for (int i = 0; i < between; i++) {
        say(pick(FRIENDS), filled(pick(CHATTER), pick(PEOPLE), pick(places)));
      }
    }
  }

  /** Each kind comes up for several people and places; of one pair every part comes in turn. */
  private List<Planned> plan() {
    List<Planned> plan = new ArrayList<>();
    for (TalkKind kind : kinds) {
      for (int i = 0; i < 12; i++) {
        String who = FRIENDS.get(i % 2);
        String person = PEOPLE.get((plan.size() + i) % PEOPLE.size());
        String place = places.get((plan.size() + 7 * i) % places.size());
        int parts = parts(kind);
        int first = random.nextInt(kind.values().size());
        for (int part = 0; part < parts; part++) {
          plan.add(new Planned(who, kind, person, place, first + part));
        }
      }
    }
    Collections.shuffle(plan, random);
    return plan;
  }

  private static int parts(TalkKind kind) {
    return switch (kind.name()) {
      case "many", "time" -> 3;
      case "change" -> 2;
      default -> 1;
    };
  }

  private String told(Planned planned, String value) {
    String statement = planned.kind().statement().replace("{v}", value);
    return filled(
        pick(OPENINGS).replace("{o}", other(planned.who())) + statement + "." + pick(CLOSINGS),
        planned.person(),
        planned.place());
  }

  private static String filled(String text, String person, String place) {
    return text.replace("{p}", person).replace("{r}", place);
  }

  private static String other(String who) {
    return FRIENDS.get(1 - FRIENDS.indexOf(who));
  }

  private int day() {
    return (int) (memories.size() * 720L / messages);
  }

  private String month() {
    return MONTHS.get(day() / 30 % 12) + " " + (2022 + day() / 360);
  }

  private MemoryId say(String who, String content) {
    MemoryId id = new MemoryId("m" + memories.size());
    memories.add(
        new Memory(
            id,
            Talk.id(who),
            "%d %s, %s: %s"
                .formatted(day() % 30 + 1, month(), who, content.replace("{o}", other(who))),
            MemoryScope.GENERAL,
            Visibility.PUBLIC,
            day(),
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
      said.stream().filter(s -> s.planned().kind().name().equals(name)).forEach(s -> ask(s, all));
      List<Asked> different = new ArrayList<>(all.stream().distinct().toList());
      Collections.shuffle(different, random);
      questions.addAll(different.subList(0, Math.min(ofAKind, different.size())));
    }
    return questions;
  }

  private void ask(Said one, List<Asked> asked) {
    TalkKind kind = one.planned().kind();
    for (String words : kind.questions()) {
      List<Said> answers = said.stream().filter(s -> answers(s, one, words)).toList();
      String filled =
          filled(words, one.planned().person(), one.planned().place())
              .replace("{n}", one.planned().who())
              .replace("{m}", one.month());
      List<Said> right = kind.name().equals("change") ? List.of(answers.getLast()) : answers;
      asked.add(new Asked(kind.name(), filled, Set.copyOf(right.stream().map(Said::id).toList())));
    }
  }

  /** Returns whether it answers what is asked about the other: only what is named counts. */
  private static boolean answers(Said one, Said other, String words) {
    Planned a = one.planned();
    Planned b = other.planned();
    return a.kind().equals(b.kind())
        && a.who().equals(b.who())
        && (!words.contains("{p}") || a.person().equals(b.person()))
        && (!words.contains("{r}") || a.place().equals(b.place()))
        && (!words.contains("{m}") || one.month().equals(other.month()));
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }
}
