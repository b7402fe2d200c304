package quietstories.model;

/**
 * A tool that a model asks for.
 *
 * @param id names the call within its conversation
 * @param name the tool's name as the model gave it, which may be none that exists
 * @param arguments the arguments as the model wrote them, usually a JSON object
 */
public record ToolCall(String id, String name, String arguments) {}
