package quietstories.engine;

import java.util.Optional;
import java.util.function.Supplier;
import quietstories.memory.Summariser;
import quietstories.model.ChatModel;
import quietstories.model.EmbeddingModel;

/**
 * Everything in the engine that has to do with what is remembered.
 *
 * @param store the store whose changes the minds follow; all others must change sessions through it
 */
public record Remembering(
    MindfulStore store, Memories memories, Enrichment enrichment, Upkeep upkeep, Desk desk) {

  /** What the table itself needs of it. */
  record Desk(Scribe scribe, Recaller recaller) {}

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
    Scribe scribe = new Scribe(ids);
    Embedding embedding = new Embedding(store, embedder);
    Enrichment enrichment =
        new Enrichment(store, mailbox, scribe, model.map(RelationshipReader::new), time);
    Consolidating consolidating = new Consolidating(store, mailbox, ids, summariser, time);
    return new Remembering(
        store,
        new Memories(store, mailbox, scribe, embedder, embedding, consolidating, time),
        enrichment,
        new Upkeep(embedding, enrichment, consolidating),
        new Desk(scribe, new Recaller(store.minds(), embedder)));
  }
}
