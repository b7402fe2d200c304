/** The nouns of a story. */
module quietstories.story {
  requires static org.jspecify;
  requires transitive quietstories.json;

  exports quietstories.story;
}
