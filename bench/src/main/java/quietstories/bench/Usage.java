package quietstories.bench;

/** How the benchmarks are used. */
final class Usage {

  private Usage() {}

  static String text() {
    return """
        Measures QuietStories, or any server that speaks its HTTP interface.

        Usage: ./quietstories bench [NAME ...] [options]    all benchmarks, or those named
               ./quietstories bench --list                  their names
               ./quietstories compare A.json B.json         what changed between two results

        --url URL       play: the server to ask, instead of starting one
        --vendor NAME   play: cloud (default), local-7b or instant, simulated; or configured,
                        the model that the environment and .env name
        --sessions N    play, streams: how many sessions play at once
        --turns N       play: how many turns each session plays
        --rate R        play: turns begun a second over all sessions; each turn's time then counts
                        from when it should have begun
        --smoke         each as small as it goes, without limits
        --out FOLDER    where the results go (bench-results/ and the time of the start)

        A server that wants a token gets the one in API_TOKEN. Each benchmark prints its figures
        and writes NAME.json; index.html shows all of a run with plots.
        """;
  }

  static String list() {
    StringBuilder list = new StringBuilder();
    for (Workload workload : Workload.values()) {
      list.append(String.format("%-9s %s%n", workload.wireName(), workload.description()));
    }
    return list.toString();
  }
}
