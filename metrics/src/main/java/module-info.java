/** Where each millisecond went. */
module quietstories.metrics {
  requires static org.jspecify;
  requires transitive quietstories.engine;
  requires transitive quietstories.model;
  requires transitive quietstories.tools;
  requires HdrHistogram;
  requires org.slf4j;

  exports quietstories.metrics;
}
