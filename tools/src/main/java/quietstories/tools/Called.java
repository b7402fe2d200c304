package quietstories.tools;

import quietstories.story.ToolAccess;

/**
 * A call that has begun.
 *
 * @param name the tool's own name, or what was asked for if there is no such tool
 */
public record Called(String name, ToolAccess access) {}
