/** From a paragraph to a scenario that can be played. */
module quietstories.authoring {
  requires static org.jspecify;
  requires transitive quietstories.model;
  requires transitive quietstories.rules;

  exports quietstories.authoring;
}
