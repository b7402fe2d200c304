package quietstories.tools;

import java.util.Optional;
import quietstories.json.Json;

/** What was seen at a place in the state; empty if nothing stood there. */
public record Sighting(Optional<Json> value) {}
