package quietstories.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import quietstories.json.JsonObject;
import quietstories.story.Entity;
import quietstories.story.EntityId;
import quietstories.story.Memory;

/**
 * A long conversation as memories, with questions whose evidence is known.
 *
 * @param speakers the names of those who spoke
 * @param turn the last turn
 */
record Talk(List<String> speakers, List<Memory> memories, List<Asked> questions, int turn) {

  Talk {
    speakers = List.copyOf(speakers);
    memories = List.copyOf(memories);
    questions = List.copyOf(questions);
  }

  static EntityId id(String name) {
    return new EntityId(name.toLowerCase(Locale.ROOT));
  }

  /** Returns the cast: one character for each who spoke. */
  List<Entity> cast() {
    return speakers.stream()
        .map(name -> new Entity(id(name), "character", name, Optional.empty(), JsonObject.EMPTY))
        .toList();
  }
}
