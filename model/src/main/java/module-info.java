/** The port to language models. */
module quietstories.model {
  requires static org.jspecify;
  requires transitive quietstories.json;

  exports quietstories.model;
}
