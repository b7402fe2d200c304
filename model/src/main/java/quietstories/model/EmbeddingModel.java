package quietstories.model;

import java.util.List;

/**
 * Turns texts into vectors whose angle tells how near their meanings are. Safe for many threads.
 */
public interface EmbeddingModel {

  /** Returns the short name of who makes the vectors, such as {@code local} or {@code ollama}. */
  String provider();

  /** Returns the name under which its vectors are kept: vectors of other names do not compare. */
  String name();

  /**
   * Returns a vector of length 1 for each text, in their order, all of one dimension.
   *
   * @throws ModelException if there are none; never a vector of zeros
   */
  List<float[]> embed(List<String> texts);
}
