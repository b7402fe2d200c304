/** What may happen. */
module quietstories.rules {
  requires static org.jspecify;
  requires transitive quietstories.story;

  exports quietstories.rules;
}
