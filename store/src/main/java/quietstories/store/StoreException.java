package quietstories.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The database did not do what it was asked; what was asked has not happened. The message names the
 * fault and never the texts that were to be stored.
 */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreException(String message) {
    super(message);
  }

  private StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Returns the failure of {@code attempt}, such as {@code cannot open x.db}.
   *
   * @param fault is searched for the words of the database or the file system; what a library
   *     wrapped around them may quote the player's text, and is dropped
   */
  static StoreException of(String attempt, Throwable fault) {
    Optional<Throwable> inner =
        Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
            .filter(cause -> cause instanceof SQLException || cause instanceof IOException)
            .findFirst();
    return inner
        .map(cause -> new StoreException(attempt + ": " + cause.getMessage(), cause))
        .orElseGet(() -> new StoreException(attempt + ": " + fault.getClass().getSimpleName()));
  }
}
