package quietstories.metrics;

import java.util.Locale;
import java.util.function.LongSupplier;
import quietstories.model.Cancellation;
import quietstories.model.ChatModel;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelException;
import quietstories.model.ModelListener;
import quietstories.model.ModelRequest;

/** A model whose calls are counted for Prometheus, with tokens and time to the first one. */
public final class ExposedModel extends WatchedModel {

  private final Exposition exposition;
  private final LongSupplier ticker;

  /**
   * Creates a counted view of {@code model}.
   *
   * @param ticker nanoseconds of a monotonic clock
   */
  public ExposedModel(ChatModel model, Exposition exposition, LongSupplier ticker) {
    super(model);
    this.exposition = exposition;
    this.ticker = ticker;
  }

  @Override
  public ModelAnswer ask(ModelRequest request, ModelListener listener, Cancellation cancellation) {
    long start = ticker.getAsLong();
    try {
      ModelAnswer answer = model.ask(request, listener, cancellation);
      long took = ticker.getAsLong() - start;
      exposition.answered(model.identity(), request.purpose(), answer, took);
      return answer;
    } catch (ModelException e) {
      String error = e.fault().name().toLowerCase(Locale.ROOT);
      exposition.failed(model.identity(), request.purpose(), error, ticker.getAsLong() - start);
      throw e;
    }
  }
}
