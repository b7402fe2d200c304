/** Where each millisecond went. */
module quietstories.metrics {
  requires static org.jspecify;
  requires transitive quietstories.engine;
  requires transitive quietstories.model;
  requires transitive quietstories.tools;
  requires HdrHistogram;
  requires io.opentelemetry.api;
  requires io.opentelemetry.exporter.otlp;
  requires io.opentelemetry.sdk.common;
  requires io.opentelemetry.sdk.trace;
  requires io.prometheus.metrics.config;
  requires io.prometheus.metrics.core;
  requires io.prometheus.metrics.model;
  requires io.prometheus.writer.text;
  requires org.slf4j;

  exports quietstories.metrics;
}
