/** What the narrator may do. */
module quietstories.tools {
  requires static org.jspecify;
  requires transitive quietstories.memory;
  requires transitive quietstories.model;
  requires transitive quietstories.rules;

  exports quietstories.tools;

  uses quietstories.tools.Tool;
}
