package quietstories.memory;

/** Finds memories by meaning: those with the greatest cosines of all vectors. */
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
    float[] padded = MeaningBlock.padded(question);
    float[] bounds = new float[MeaningBlock.SIZE];
    int[] owners = all.owners();
    for (int from = 0; from < known; from += MeaningBlock.SIZE) {
      MeaningBlock block = all.block(from);
      block.bounds(padded, bounds);
      int inBlock = Math.min(MeaningBlock.SIZE, known - from);
      for (int i = 0; i < inBlock; i++) {
        if (top.takes(bounds[i]) && field.holds(owners[from + i])) {
          top.add(owners[from + i], block.product(padded, i));
        }
      }
    }
    return top.drain();
  }
}
