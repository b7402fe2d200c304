/** The vendors of language models. */
module quietstories.providers {
  requires static org.jspecify;
  requires transitive quietstories.model;
  requires java.net.http;
  requires langchain4j.core;
  requires langchain4j.embeddings;
  requires langchain4j.embeddings.all.minilm.l6.v2.q;
  requires org.slf4j;

  exports quietstories.providers;
}
