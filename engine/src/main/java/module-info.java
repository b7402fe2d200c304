/** Plays one turn from start to finish. */
module quietstories.engine {
  requires static org.jspecify;
  requires transitive quietstories.memory;
  requires transitive quietstories.model;
  requires transitive quietstories.prompt;
  requires transitive quietstories.rules;
  requires transitive quietstories.tools;
  requires com.github.benmanes.caffeine;
  requires org.slf4j;

  exports quietstories.engine;
  exports quietstories.engine.telling;
}
