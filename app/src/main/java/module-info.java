/** Settings, wiring, the command line. */
module quietstories.app {
  requires static org.jspecify;
  requires ch.qos.logback.classic;
  requires ch.qos.logback.core;
  requires java.logging;
  requires jdk.httpserver;
  requires org.slf4j;
  requires quietstories.json;

  provides ch.qos.logback.classic.spi.Configurator with
      quietstories.app.QuietConfigurator;
}
