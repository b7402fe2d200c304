package quietstories.model;

/** A language model that answers a list of messages with a stream of text. */
public interface ChatModel {

  /** Returns who this model is and how it was found out. */
  ModelIdentity identity();

  /**
   * Opens a connection ahead of the next question, if none is open. Cheap; a failure is passed over
   * in silence, since the question itself will tell.
   */
  default void connect() {}

  /**
   * Asks for one answer. Text goes to {@code listener} on the calling thread, as it is generated;
   * the method returns when the answer is complete.
   *
   * @throws ModelException if there is no complete answer, also when {@code cancellation} was used;
   *     what the listener was given until then stays given
   */
  ModelAnswer ask(ModelRequest request, ModelListener listener, Cancellation cancellation);
}
