package quietstories.model;

/**
 * Which model answers.
 *
 * @param provider the vendor's short name, such as {@code openai} or {@code ollama}
 * @param name the model's name
 * @param abilities what its server can do
 * @param local whether it runs on this machine
 */
public record ModelIdentity(
    String provider, String name, ModelAbilities abilities, boolean local) {}
