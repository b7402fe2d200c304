/** What the narrator is told. */
module quietstories.prompt {
  requires static org.jspecify;
  requires transitive quietstories.memory;
  requires transitive quietstories.model;
  requires transitive quietstories.story;

  exports quietstories.prompt;
}
