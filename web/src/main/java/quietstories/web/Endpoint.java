package quietstories.web;

/** Answers the calls of one route; throws what {@link Errors} knows to turn into an answer. */
@FunctionalInterface
interface Endpoint {

  /** Returns the answer to {@code call}. */
  Reply answer(Call call);
}
