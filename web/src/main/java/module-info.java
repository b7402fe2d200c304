/** The HTTP door. */
module quietstories.web {
  requires static org.jspecify;
  requires transitive quietstories.authoring;
  requires transitive quietstories.engine;
  requires io.helidon.common.buffers;
  requires io.helidon.common.socket;
  requires io.helidon.common.uri;
  requires io.helidon.http;
  requires io.helidon.http.media;
  requires io.helidon.webserver;
  requires org.slf4j;

  exports quietstories.web;
}
