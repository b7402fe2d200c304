package quietstories.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;
import quietstories.story.ScenarioSpec;
import quietstories.story.SpecReader;
import quietstories.story.SpecReading;
import quietstories.story.SpecWriter;

/**
 * The rules of scenarios, each kept once under the hash of its content. Rules that were read lately
 * are kept in memory, so all sessions of a scenario share one instance.
 */
final class SpecShelf {

  private static final int REMEMBERED = 500;

  private final Cache<String, ScenarioSpec> lately =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /**
   * Stores the rules unless they are there, and returns their hash.
   *
   * @throws IllegalArgumentException if they could not be read again
   */
  String put(Handle writer, ScenarioSpec spec) {
    String body = StoredJson.write(SpecWriter.write(spec));
    String hash = hash(body);
    // why: read back before anything is stored, so what cannot be loaded is never saved.
    lately.asMap().computeIfAbsent(hash, _ -> parse(body));
    writer
        .createUpdate("INSERT INTO specs (hash, body) VALUES (:hash, :body) ON CONFLICT DO NOTHING")
        .bind("hash", hash)
        .bind("body", body)
        .execute();
    return hash;
  }

  /** Returns the rules of that hash, which were stored. */
  ScenarioSpec take(Handle handle, String hash) {
    return lately.get(
        hash,
        _ ->
            parse(
                handle
                    .createQuery("SELECT body FROM specs WHERE hash = :hash")
                    .bind("hash", hash)
                    .mapTo(String.class)
                    .one()));
  }

  private static ScenarioSpec parse(String body) {
    return switch (SpecReader.read(StoredJson.object(body))) {
      case SpecReading.Valid(ScenarioSpec spec) -> spec;
      case SpecReading.Invalid(var problems) ->
          throw new IllegalArgumentException(
              "a scenario that cannot be read again: " + problems.getFirst().line());
    };
  }

  private static String hash(String body) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
