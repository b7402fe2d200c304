/** An immutable JSON tree. */
module quietstories.json {
  requires static org.jspecify;
  requires com.fasterxml.jackson.core;

  exports quietstories.json;
}
