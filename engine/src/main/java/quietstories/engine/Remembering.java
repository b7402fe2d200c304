package quietstories.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import quietstories.memory.Summariser;
import quietstories.model.ChatModel;
import quietstories.model.EmbeddingModel;
import quietstories.story.Entity;
import quietstories.story.Outcome;
import quietstories.story.Session;

/**
 * Everything in the engine that has to do with what is remembered.
 *
 * @param writer decides what is remembered, whoever wishes it
 * @param recaller finds what bears on a turn
 * @param store the store whose changes the minds follow; all others must change sessions through it
 */
public record Remembering(
    MindfulStore store,
    MindWriter writer,
    Recaller recaller,
    Memories memories,
    Enrichment enrichment,
    Upkeep upkeep) {

  /**
   * Puts it together.
   *
   * @param embeddings tells what texts mean, if anybody does
   * @param model works out relationships, if there is one
   * @param ids gives a new id each time
   */
  public static Remembering of(
      SessionStore sessions,
      SessionMailbox mailbox,
      Optional<EmbeddingModel> embeddings,
      Optional<ChatModel> model,
      Summariser summariser,
      Supplier<String> ids,
      TurnTime time) {
    Embedder embedder = new Embedder(embeddings);
    MindfulStore store = new MindfulStore(sessions, embedder.model());
    Scribe scribe = new Scribe(store.minds(), ids, time);
    Embedding embedding = new Embedding(store, embedder);
    Enrichment enrichment =
        new Enrichment(store, mailbox, scribe, model.map(RelationshipReader::new), time);
    Consolidating consolidating = new Consolidating(store, mailbox, ids, summariser, time);
    Upkeep upkeep = new Upkeep(embedding, enrichment, consolidating);
    return new Remembering(
        store,
        scribe,
        new Recaller(store.minds(), embedder),
        new Memories(store, mailbox, scribe, embedder, upkeep, consolidating, time),
        enrichment,
        upkeep);
  }

  /** Returns what comes of what the outcome of that turn wants to be remembered and felt. */
  MindWriter.Decision decide(Session session, List<Entity> cast, int turn, Outcome outcome) {
    return writer.decide(session, cast, turn, MindWishes.of(outcome, turn));
  }
}
