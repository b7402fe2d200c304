package quietstories.model;

/**
 * Which model answers.
 *
 * @param provider the vendor's short name, such as {@code openai} or {@code ollama}
 * @param name the model's name
 * @param structured whether the server keeps to a JSON schema that a request names
 * @param local whether it runs on this machine
 */
public record ModelIdentity(String provider, String name, boolean structured, boolean local) {}
