package quietstories.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import quietstories.engine.Advisor;
import quietstories.engine.Measurements;
import quietstories.engine.Optimizer;
import quietstories.engine.Recording;
import quietstories.engine.Snapshots;
import quietstories.engine.TurnBudget;
import quietstories.engine.TurnWatcher;
import quietstories.engine.WatchedTurn;
import quietstories.metrics.Advice;
import quietstories.metrics.CallRecord;
import quietstories.metrics.ExposedModel;
import quietstories.metrics.Exposition;
import quietstories.metrics.KeptSnapshots;
import quietstories.metrics.MeasuredModel;
import quietstories.metrics.Meter;
import quietstories.metrics.NoMeasurements;
import quietstories.metrics.PerformanceLog;
import quietstories.metrics.Recordings;
import quietstories.metrics.ServiceFacts;
import quietstories.metrics.Traces;
import quietstories.model.ChatModel;
import quietstories.web.MeterPage;

/**
 * Everybody who watches: the recorder, the log, Prometheus and the receiver of traces.
 *
 * @param recording hears of every operation
 */
record Watching(
    Measurements measurements,
    Recording recording,
    Snapshots snapshots,
    Advisor advisor,
    TurnBudget budget,
    Exposition exposition,
    Optional<Traces> traces)
    implements TurnWatcher, AutoCloseable {

  /**
   * Returns those that the settings ask for. The budget hears of calls even if nobody else does.
   */
  static Watching as(Settings settings, Optimizer optimizer, InstantSource clock) {
    TurnBudget budget = new TurnBudget(settings.turnBudgetMs());
    if (!settings.trackPerformance()) {
      Recordings budgetOnly = new Recordings(List.of(budget));
      return with(settings, new NoMeasurements(), budgetOnly, Advisor.NONE, budget, clock);
    }
    Meter meter = new Meter();
    Recordings all = new Recordings(List.of(meter, new PerformanceLog(), budget));
    return with(settings, meter, all, new Advice(meter, optimizer::limits), budget, clock);
  }

  private static Watching with(
      Settings settings,
      Measurements measurements,
      Recording recording,
      Advisor advisor,
      TurnBudget budget,
      InstantSource clock) {
    return new Watching(
        measurements,
        recording,
        new KeptSnapshots(measurements, clock),
        advisor,
        budget,
        new Exposition(),
        settings.traces().map(receiver -> Traces.to(receiver, Version.NUMBER)));
  }

  /** Returns {@code model}, measured, logged and counted. */
  ChatModel over(ChatModel model, Supplier<String> ids, InstantSource clock) {
    ChatModel exposed = new ExposedModel(model, exposition, System::nanoTime);
    ChatModel recorded = new CallRecord(exposed, System::nanoTime);
    return new MeasuredModel(recorded, recording, ids, clock, System::nanoTime);
  }

  /** Adds what the server tells of itself to what Prometheus may ask for. */
  void show(BooleanSupplier modelReady, LongSupplier logLinesLost) {
    LongSupplier spansLost = () -> traces.map(Traces::lost).orElse(0L);
    exposition.show(
        new ServiceFacts(Version.NUMBER, measurements, modelReady, logLinesLost, spansLost));
  }

  /** Returns the page for Prometheus. */
  MeterPage.Written page(String accept) {
    Exposition.Page page = exposition.page(accept);
    return new MeterPage.Written(page.mediaType(), page.text());
  }

  @Override
  public void ended(WatchedTurn turn) {
    exposition.ended(turn);
    traces.ifPresent(sender -> sender.ended(turn));
  }

  @Override
  public void close() {
    traces.ifPresent(Traces::close);
  }
}
