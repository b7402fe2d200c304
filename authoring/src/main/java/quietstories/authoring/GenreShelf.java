package quietstories.authoring;

import java.util.List;
import java.util.Set;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;
import quietstories.rules.Dice;

/** All genres that the built-in author knows. */
final class GenreShelf {

  private final List<Genre> genres;

  private GenreShelf(List<Genre> genres) {
    this.genres = genres;
  }

  /** Returns the genres that come with the program. */
  static GenreShelf standard() {
    Json read = JsonReader.read(Resources.text("genres.json"));
    if (!(read instanceof JsonArray all)) {
      throw new IllegalStateException("genres.json must be a list");
    }
    return new GenreShelf(all.objects().map((JsonObject json) -> new Genre(json)).toList());
  }

  /**
   * Returns the genre with the most cue words among {@code words}; chance decides between equals.
   */
  Genre choose(Set<String> words, Dice dice) {
    long most = genres.stream().mapToLong(genre -> genre.cues(words)).max().orElse(0);
    List<Genre> best = genres.stream().filter(genre -> genre.cues(words) == most).toList();
    return best.get(dice.below(best.size()));
  }

  List<Genre> all() {
    return genres;
  }
}
