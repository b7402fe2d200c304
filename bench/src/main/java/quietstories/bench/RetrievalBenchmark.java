package quietstories.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quietstories.memory.Cast;
import quietstories.memory.Embedded;
import quietstories.memory.Finding;
import quietstories.memory.Meaning;
import quietstories.memory.Mind;
import quietstories.memory.Question;
import quietstories.memory.SearchMode;
import quietstories.model.EmbeddingModel;
import quietstories.providers.EmbeddingChoice;
import quietstories.providers.EmbeddingSelection;
import quietstories.providers.EmbeddingSettings;
import quietstories.story.EntityId;
import quietstories.story.Memory;
import quietstories.story.MemoryId;

/**
 * How much of the known evidence of a question is among the first five memories found: by plain
 * BM25, by plain cosines and by ours, in talks of two sorts. The seeds are not those with which the
 * ranking was tuned.
 */
final class RetrievalBenchmark implements Benchmark {

  private static final int FIRST = 5;
  private static final List<Long> SEEDS = List.of(101L, 202L);
  private static final double BETTER_BY = 5;

  @Override
  public void run(Report report, Options options) {
    boolean smoke = options.smoke();
    int memories = smoke ? 300 : 6_000;
    int questions = smoke ? 2 : 100;
    EmbeddingModel model = local();
    for (long seed : smoke ? SEEDS.subList(0, 1) : SEEDS) {
      compare(report, model, "village " + seed, VillageTalk.of(seed, memories, questions));
      compare(report, model, "friends " + seed, FriendsTalk.of(seed, memories, questions));
    }
  }

  private static EmbeddingModel local() {
    EmbeddingSettings settings =
        new EmbeddingSettings(
            "local",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(10));
    return switch (EmbeddingSelection.choose(settings)) {
      case EmbeddingChoice.Chosen chosen -> chosen.model();
      case EmbeddingChoice.None none -> throw new IllegalStateException(none.reason());
    };
  }

  static void compare(Report report, EmbeddingModel model, String name, Talk talk) {
    Cast cast = Cast.of(talk.cast());
    List<Memory> memories = talk.memories().stream().map(one -> about(cast, one)).toList();
    List<String> texts = memories.stream().map(cast::told).toList();
    List<float[]> vectors = model.embed(texts);
    List<float[]> asked = model.embed(talk.questions().stream().map(Asked::words).toList());
    Mind mind = Mind.of(memories, List.of(), List.of()).with(embedded(memories, vectors));
    PlainSearch plain = new PlainSearch(texts);

    Recalls recalls = new Recalls();
    for (int i = 0; i < asked.size(); i++) {
      Asked question = talk.questions().get(i);
      String words = question.words();
      Question ours = Question.of(words, FIRST, talk.turn()).naming(cast.mentionedIn(words));
      recalls.add("BM25", question, ids(memories, plain.byWords(words, FIRST)));
      recalls.add(
          "cosine", question, ids(memories, PlainSearch.byMeaning(vectors, asked.get(i), FIRST)));
      Question meant = ours.meant(Meaning.of(asked.get(i)));
      recalls.add("ours by words", question, found(mind.search(ours.in(SearchMode.KEYWORD))));
      recalls.add("ours by meaning", question, found(mind.search(meant.in(SearchMode.SEMANTIC))));
      recalls.add("ours without vectors", question, found(mind.search(ours)));
      recalls.add("ours", question, found(mind.search(meant)));
    }
    recalls.print(report, name);
    double best = Math.max(recalls.of("BM25"), recalls.of("cosine"));
    report.atLeast(name + ": above the better", recalls.of("ours") - best, "pts", BETTER_BY);
  }

  /** Returns the memory with those to whom it is related as the program finds them: by name. */
  private static Memory about(Cast cast, Memory memory) {
    List<EntityId> related =
        cast.mentionedIn(memory.content()).stream()
            .filter(one -> !one.equals(memory.owner()))
            .toList();
    return new Memory(
        memory.id(),
        memory.owner(),
        memory.content(),
        memory.scope(),
        memory.visibility(),
        memory.turn(),
        memory.importance(),
        memory.estimated(),
        related,
        memory.replaces());
  }

  private static List<Embedded> embedded(List<Memory> memories, List<float[]> vectors) {
    List<Embedded> embedded = new ArrayList<>();
    for (int i = 0; i < memories.size(); i++) {
      Memory memory = memories.get(i);
      embedded.add(new Embedded(memory.id(), memory.content(), Meaning.of(vectors.get(i))));
    }
    return embedded;
  }

  private static List<MemoryId> ids(List<Memory> memories, List<Integer> places) {
    return places.stream().map(i -> memories.get(i).id()).toList();
  }

  private static List<MemoryId> found(List<Finding> findings) {
    return findings.stream().map(finding -> finding.memory().id()).toList();
  }
}
