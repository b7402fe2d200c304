/** Who knows what. */
module quietstories.memory {
  requires static org.jspecify;
  requires transitive quietstories.story;
  requires org.pcollections;
  requires snowball.stemmer;

  exports quietstories.memory;
}
