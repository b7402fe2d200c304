package quietstories.app;

import java.net.URI;
import java.util.Optional;

/**
 * How memories are found by what they mean.
 *
 * @param model the name of the model that makes vectors
 * @param base the address of a server that makes them
 */
public record MemorySettings(
    EmbeddingProvider provider, Optional<String> model, Optional<URI> base) {}
