package quietstories.web;

/**
 * One route.
 *
 * @param large whether its body may be as large as an import
 * @param open whether it answers without a token
 */
record Route(Verb verb, PathTemplate template, Endpoint endpoint, boolean large, boolean open) {

  static Route get(String template, Endpoint endpoint) {
    return of(Verb.GET, template, endpoint);
  }

  static Route post(String template, Endpoint endpoint) {
    return of(Verb.POST, template, endpoint);
  }

  static Route put(String template, Endpoint endpoint) {
    return of(Verb.PUT, template, endpoint);
  }

  static Route delete(String template, Endpoint endpoint) {
    return of(Verb.DELETE, template, endpoint);
  }

  private static Route of(Verb verb, String template, Endpoint endpoint) {
    return new Route(verb, new PathTemplate(template), endpoint, false, false);
  }

  /** Returns this route for large bodies. */
  Route forImports() {
    return new Route(verb, template, endpoint, true, open);
  }

  /** Returns this route for everybody. */
  Route withoutToken() {
    return new Route(verb, template, endpoint, large, true);
  }
}
