package quietstories.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import quietstories.json.JsonObject;
import quietstories.memory.Question;
import quietstories.memory.Recollection;
import quietstories.memory.SearchMode;
import quietstories.model.ToolSpec;
import quietstories.story.EntityId;
import quietstories.story.MemoryScope;
import quietstories.story.ToolAccess;

/** Looks for memories, by their words or by what they mean. */
final class MemorySearch implements Tool {

  private static final int USUAL = 5;
  private static final int MOST = 20;
  private static final int SHOWN = 200;

  private final ToolSpec spec;
  private final SearchMode mode;

  private MemorySearch(String name, String description, SearchMode mode) {
    this.mode = mode;
    this.spec =
        new ToolSpec(
            name,
            description,
            Parameters.begin()
                .needs("query", "string", "What is looked for.")
                .takes("entity_id", "string", "Only what this one of the cast remembers.")
                .takes("scope", MemoryScope.names(), "Only memories of this sort.")
                .takes("limit", "integer", 1, MOST, "How many at most; 5 by default.")
                .takes("threshold", "number", 0, 1, "The least likeness; 0 by default.")
                .only());
  }

  /** Returns the tool that looks for words. */
  static MemorySearch byWords() {
    return new MemorySearch(
        "search_memories",
        "Finds memories that hold the words that are looked for, in any of their forms.",
        SearchMode.KEYWORD);
  }

  /** Returns the tool that looks for meaning. */
  static MemorySearch byMeaning() {
    return new MemorySearch(
        "semantic_search",
        "Finds memories that mean something like what is looked for, in whatever words.",
        SearchMode.SEMANTIC);
  }

  @Override
  public ToolSpec spec() {
    return spec;
  }

  @Override
  public ToolAccess access() {
    return ToolAccess.READ;
  }

  @Override
  public ToolResult run(ToolContext context, JsonObject arguments) {
    Minds minds = context.minds();
    Optional<String> said = arguments.text("entity_id").filter(text -> !text.isBlank());
    Optional<EntityId> owner = said.flatMap(minds.cast()::resolve);
    if (said.isPresent() && owner.isEmpty()) {
      return new ToolResult.Failed(minds.cast().unknown(said.get()) + ".");
    }
    Optional<String> about = arguments.text("scope").filter(text -> !text.isBlank());
    Optional<MemoryScope> scope = about.flatMap(MemoryScope::named);
    if (about.isPresent() && scope.isEmpty()) {
      return new ToolResult.Failed(
          "There is no scope '" + about.get() + "'; allowed: " + MemoryScope.allowed() + ".");
    }
    Question question = question(minds, arguments, owner, scope);
    Minds asked = question.meaning().isPresent() ? minds.meaningful() : minds;
    return new ToolResult.Told(words(asked.view().search(question)));
  }

  /** Without anybody who can tell meanings, words must do. */
  private Question question(
      Minds minds, JsonObject arguments, Optional<EntityId> owner, Optional<MemoryScope> scope) {
    String words = arguments.text("query").orElse("");
    int limit = Math.clamp(arguments.integer("limit").orElse(USUAL), 1, MOST);
    double threshold =
        arguments.number("threshold").map(number -> Math.clamp(number.value(), 0, 1)).orElse(0.0);
    Question question =
        new Question(
            words,
            Set.copyOf(minds.cast().mentionedIn(words)),
            Optional.empty(),
            SearchMode.KEYWORD,
            owner,
            scope,
            limit,
            threshold,
            minds.turn());
    return mode == SearchMode.KEYWORD
        ? question
        : minds.meaning(words).map(question.in(mode)::meant).orElse(question);
  }

  private static String words(List<Recollection> found) {
    if (found.isEmpty()) {
      return "Nothing of that is remembered.";
    }
    List<String> lines = new ArrayList<>();
    lines.add(found.size() == 1 ? "1 memory:" : found.size() + " memories:");
    for (Recollection one : found) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%d. [%s] %s (likeness %.3f, turn %d, %s)",
              lines.size(),
              one.memory().scope().wireName(),
              Spot.beginning(one.memory().content(), SHOWN),
              one.similarity(),
              one.memory().turn(),
              one.memory().owner()));
    }
    return String.join("\n", lines);
  }
}
