/**
 * The door to browsers and programs: routes, streams, errors, the page's files.
 *
 * <p>It decides nothing about stories. Bodies are read and written with {@code quietstories.json};
 * the HTTP library is known to {@link quietstories.web.WebServerDoor}, {@code Porter}, {@code
 * Incoming}, {@code Outgoing}, {@code BelowRouting} and {@code Lines} alone, everything else speaks
 * of a {@code Call} and a {@code Reply}. {@code Errors} is the one place that turns failures into
 * HTTP. Start with {@code Porter}.
 */
@NullMarked
package quietstories.web;

import org.jspecify.annotations.NullMarked;
