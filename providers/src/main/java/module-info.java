/** The vendors of language models. */
module quietstories.providers {
  requires static org.jspecify;
  requires transitive quietstories.model;
  requires java.net.http;
  requires org.slf4j;

  exports quietstories.providers;
}
