/** Servers for tests that behave, and misbehave, as they are told. */
module quietstories.testkit {
  requires static org.jspecify;
  requires transitive quietstories.json;
  requires jdk.httpserver;

  exports quietstories.testkit;
}
