package quietstories.web;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import quietstories.engine.Lighthouse;
import quietstories.engine.OperationType;
import quietstories.engine.Snapshots;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;

/** Keeps names; every comparison finds one model faster and too few of all else. */
final class SnapshotsInMemory implements Snapshots {

  private static final JsonObject FASTER =
      JsonObject.builder()
          .put("ratio", 0.5)
          .put("interval", JsonArray.of(Json.of(0.4), Json.of(0.6)))
          .put("verdict", "faster")
          .put("before", JsonObject.builder().put("count", 40).put("p50_ms", 2).build())
          .put("after", JsonObject.builder().put("count", 40).put("p50_ms", 1).build())
          .build();

  private static final JsonObject TOO_FEW =
      FASTER
          .with("ratio", JsonNull.NULL)
          .with("interval", JsonNull.NULL)
          .with("verdict", Json.of("no_difference"))
          .with("reason", Json.of("too_few"));

  private final ConcurrentSkipListSet<String> names = new ConcurrentSkipListSet<>();

  @Override
  public Instant take(String name) {
    names.add(name);
    return Lighthouse.NOON;
  }

  @Override
  public boolean has(String name) {
    return names.contains(name);
  }

  @Override
  public Optional<JsonObject> compare(String before, String after) {
    if (!has(before) || !has(after)) {
      return Optional.empty();
    }
    JsonObject.Builder all = JsonObject.builder();
    for (OperationType type : OperationType.values()) {
      all.put(type.category(), TOO_FEW.with("by_name", JsonObject.of("one", FASTER)));
    }
    return Optional.of(all.build());
  }
}
