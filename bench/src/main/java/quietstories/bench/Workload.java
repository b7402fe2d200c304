package quietstories.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be measured, by name and in the order in which all of it runs. */
enum Workload {
  START("ready after the start of the script, and the memory resident then", new StartBenchmark()),
  OVERHEAD("what a turn costs beside a model that takes no time", new OverheadBenchmark()),
  APPEND("storing a turn early and late in a session", new AppendBenchmark()),
  CALLS("model calls before the first visible word", new CallsBenchmark()),
  READS("three reads of 200 ms that a model asks for while it speaks", new ReadsBenchmark()),
  CHUNKS("the delay added to each piece of one stream", new ChunksBenchmark()),
  CLASSIC("time to the first visible text beside a classic graph of calls", new ClassicBenchmark()),
  STREAMS("the delay added to each piece of many streams at once", new StreamsBenchmark()),
  WATCHING("what recording, logging and traces cost a turn's client", new WatchingBenchmark()),
  RECORDING("what they cost the thread that plays the turn", new RecordingBenchmark()),
  BUDGET("in how many turns a latency budget holds, with and without it", new BudgetBenchmark()),
  ADVICE("which fault of a vendor the advice names, and what it saves", new AdviceBenchmark()),
  PREFIX("which share of a story's prompts a prefix cache can reuse", new PrefixBenchmark()),
  RETRIEVAL(
      "how much of the known evidence is among the first five memories found",
      new RetrievalBenchmark()),
  SEARCH("how long a search takes among how many memories", new SearchBenchmark()),
  PLAY(
      "whole stories on any server (--url) or on ours with a simulated vendor (--vendor)",
      new PlayBenchmark());

  private final String description;
  private final Benchmark benchmark;

  Workload(String description, Benchmark benchmark) {
    this.description = description;
    this.benchmark = benchmark;
  }

  /** Returns the workload of that name, in lower case. */
  static Optional<Workload> named(String name) {
    return Arrays.stream(values()).filter(workload -> workload.wireName().equals(name)).findFirst();
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  String description() {
    return description;
  }

  Benchmark benchmark() {
    return benchmark;
  }
}
