/** What may happen in a story. */
module quietstories.rules {
  requires static org.jspecify;
  requires transitive quietstories.json;
  requires transitive quietstories.story;

  exports quietstories.rules;
}
