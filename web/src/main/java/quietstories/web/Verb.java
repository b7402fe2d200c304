package quietstories.web;

/** The methods that a route may have. HEAD and OPTIONS follow from them. */
enum Verb {
  GET,
  POST,
  PUT,
  DELETE
}
