package quietstories.memory;

/** Finds memories by meaning: the exact cosines with all vectors. */
final class ByMeaning {

  private final Field field;

  ByMeaning(Field field) {
    this.field = field;
  }

  /**
   * Returns the best slots, the best first.
   *
   * @throws IllegalArgumentException if the question's dimensions are not those of the memories
   */
  int[] best(Meaning question, int most) {
    Meanings all = field.mind().shelf().meanings();
    int known = field.mind().knownMeanings();
    if (known == 0) {
      return new int[0];
    }
    if (question.dimensions() != all.dimensions()) {
      throw new IllegalArgumentException(
          "a question of %d dimensions for memories of %d"
              .formatted(question.dimensions(), all.dimensions()));
    }
    Top top = new Top(field.mind().shelf(), most);
    float[] padded = all.padded(question);
    float[] products = new float[Meanings.BLOCK];
    int[] owners = all.owners();
    for (int from = 0; from < known; from += Meanings.BLOCK) {
      all.products(padded, from / Meanings.BLOCK, products);
      int inBlock = Math.min(Meanings.BLOCK, known - from);
      for (int i = 0; i < inBlock; i++) {
        if (top.takes(products[i]) && field.holds(owners[from + i])) {
          top.add(owners[from + i], products[i]);
        }
      }
    }
    return top.drain();
  }
}
