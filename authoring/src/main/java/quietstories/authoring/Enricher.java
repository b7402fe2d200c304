package quietstories.authoring;

import java.util.OptionalInt;
import java.util.function.LongSupplier;

/** Makes short descriptions richer before a scenario is written from them. */
public final class Enricher {

  /** The fewest characters, after trimming, that can be enriched. */
  public static final int MIN_CHARACTERS = 10;

  private static final int DEFAULT_TOKENS = 500;

  private final Author author;
  private final LongSupplier seeds;

  /**
   * Creates an enricher.
   *
   * @param seeds gives a new seed for each description
   */
  public Enricher(Author author, LongSupplier seeds) {
    this.author = author;
    this.seeds = seeds;
  }

  /**
   * Returns {@code description} and its richer form.
   *
   * @param maxTokens about how long the new text may be; empty is 500, less than 1 counts as 1
   * @throws AuthoringException if the description has fewer than 10 characters, or the model's
   *     answer is of no use
   * @throws quietstories.model.ModelException if the model gave no answer
   */
  public Enrichment enrich(String description, OptionalInt maxTokens) {
    String original = description.strip();
    if (original.codePointCount(0, original.length()) < MIN_CHARACTERS) {
      throw new AuthoringException(
          AuthoringFault.TOO_SHORT,
          "The description must have at least " + MIN_CHARACTERS + " characters.");
    }
    int most = Math.max(1, maxTokens.orElse(DEFAULT_TOKENS));
    String enriched = author.enrich(original, most, seeds.getAsLong());
    return new Enrichment(original, enriched, author.identity());
  }
}
