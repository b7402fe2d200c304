package quietstories.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import quietstories.memory.Embedded;
import quietstories.memory.Meaning;
import quietstories.memory.Mind;
import quietstories.memory.Question;
import quietstories.story.EntityId;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.MemoryScope;
import quietstories.story.MindChange;
import quietstories.story.Visibility;

/**
 * How long a search takes among how many memories, what one more costs and what they weigh. Texts
 * and vectors are made up; the embedding of the question is not counted.
 */
final class SearchBenchmark implements Benchmark {

  private static final int DIMENSIONS = 384;
  private static final int VOCABULARY = 5_000;
  private static final int WORDS = 12;
  private static final int LIMITED = 10_000;
  private static final double KIB = 1024;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Random random = new Random(1);

  @Override
  public void run(Report report, Options options) {
    boolean smoke = options.smoke();
    Mind mind = Mind.empty();
    for (int size : smoke ? List.of(1_000) : List.of(1_000, LIMITED, 100_000, 1_000_000)) {
      long before = used();
      int old = mind.size();
      mind = grown(mind, size);
      double kib = (used() - before) / KIB / (size - old) * 1_000;
      report.figure("%,d memories: 1,000 weigh".formatted(size), kib, "KiB");
      search(report, mind, smoke ? 5 : 400);
      add(report, mind, smoke ? 5 : 400);
    }
  }

  private void search(Report report, Mind mind, int rounds) {
    double[] times = new double[rounds];
    for (int i = -rounds; i < rounds; i++) {
      Question question = Question.of(sentence(6), 5, mind.size()).meant(meaning());
      long start = System.nanoTime();
      mind.search(question);
      times[Math.max(0, i)] = millis(start);
    }
    Percentiles all = new Percentiles(times);
    String what = "%,d memories: a search, %s";
    if (mind.size() == LIMITED) {
      report.atMost(what.formatted(mind.size(), "p50"), all.at(50), "ms", 3);
    } else {
      report.figure(what.formatted(mind.size(), "p50"), all.at(50), "ms");
    }
    report.figure(what.formatted(mind.size(), "p99"), all.at(99), "ms");
  }

  private void add(Report report, Mind mind, int rounds) {
    double[] times = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      List<Memory> one = List.of(memory(mind.size() + i));
      long start = System.nanoTime();
      mind.after(MindChange.remembering(one));
      times[i] = millis(start);
    }
    String what = "%,d memories: one more, p50".formatted(mind.size());
    report.figure(what, new Percentiles(times).at(50), "ms");
  }

  private static double millis(long start) {
    return (System.nanoTime() - start) / NANOS_PER_MILLI;
  }

  private Mind grown(Mind mind, int size) {
    Mind now = mind;
    while (now.size() < size) {
      List<Memory> memories = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        memories.add(memory(now.size() + i));
      }
      List<Embedded> embedded =
          memories.stream().map(m -> new Embedded(m.id(), m.content(), meaning())).toList();
      now = now.after(MindChange.remembering(memories)).mind().with(embedded);
    }
    return now;
  }

  private Memory memory(int turn) {
    return new Memory(
        new MemoryId(Long.toHexString(random.nextLong())),
        new EntityId("npc" + random.nextInt(20)),
        sentence(WORDS),
        MemoryScope.GENERAL,
        random.nextBoolean() ? Visibility.PRIVATE : Visibility.PUBLIC,
        turn,
        5,
        true,
        List.of(),
        List.of());
  }

  /** Few words are frequent and most are rare, as in a language. */
  private String sentence(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      double skewed = random.nextDouble() * random.nextDouble() * random.nextDouble();
      text.append("word").append((int) (skewed * VOCABULARY)).append(' ');
    }
    return text.toString();
  }

  private Meaning meaning() {
    float[] numbers = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return Meaning.of(numbers);
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
