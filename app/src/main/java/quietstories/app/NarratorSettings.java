package quietstories.app;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which model narrates and how it is asked.
 *
 * @param base the address of an OpenAI-compatible server
 * @param model the model's name
 * @param timeout 1 s to 1 h, bounds one whole call
 * @param concurrency 1 to 4096 calls at once; empty for what the server can do
 * @param verboseSteps whether each step of a turn is logged
 * @param messageLog whether the messages that are sent are logged
 */
public record NarratorSettings(
    ModelProvider provider,
    Optional<URI> base,
    Optional<Secret> key,
    Optional<String> model,
    Optional<URI> lmStudioBase,
    Optional<Secret> anthropicKey,
    ModelProtocol protocol,
    Duration timeout,
    OptionalInt concurrency,
    boolean verboseSteps,
    boolean messageLog) {}
