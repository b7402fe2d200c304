package quietstories.providers;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import quietstories.model.ModelAnswer.Finish;
import quietstories.model.ModelListener;
import quietstories.model.TokenUsage;

/** An answer while it arrives, whatever the protocol that it comes in. */
final class Arriving {

  private final TextPieces pieces;
  private final CallPieces calls;
  private final LongSupplier nanos;
  private Optional<Finish> finish = Optional.empty();
  private TokenUsage usage = TokenUsage.UNKNOWN;
  private OptionalLong firstToken = OptionalLong.empty();

  /**
   * Creates an answer that tells {@code listener}.
   *
   * @param callPrefix begins the ids that are missing, and occurs in no other answer of the talk
   * @param unannounced whether the model begins in the middle of its thoughts; learned here
   */
  Arriving(
      ModelListener listener, String callPrefix, AtomicBoolean unannounced, LongSupplier nanos) {
    this.pieces = new TextPieces(listener::text, unannounced);
    this.calls = new CallPieces(listener::call, callPrefix);
    this.nanos = nanos;
  }

  void text(String text) {
    if (!text.isEmpty()) {
      token();
      pieces.accept(text);
    }
  }

  /** Notes that the model thinks, in words that are not passed on. */
  void thought() {
    token();
  }

  void call(long number, String id, String name, String arguments) {
    token();
    calls.accept(number, id, name, arguments);
  }

  private void token() {
    if (firstToken.isEmpty()) {
      firstToken = OptionalLong.of(nanos.getAsLong());
    }
  }

  /** Notes why it ended, which completes every call. */
  void finish(Finish reason) {
    finish = Optional.of(reason);
    calls.end(reason != Finish.LENGTH);
  }

  /** Takes a report of tokens; what it leaves out stays as an earlier report had it. */
  void usage(OptionalInt input, OptionalInt cached, OptionalInt output) {
    usage =
        new TokenUsage(
            input.isPresent() ? input : usage.input(),
            cached.isPresent() ? cached : usage.cached(),
            output.isPresent() ? output : usage.output());
  }

  /**
   * Ends the answer: passes on what was held back.
   *
   * @param told whether the server told the end
   */
  void end(boolean told) {
    pieces.end();
    if (finish.isEmpty()) {
      finish = Optional.of(told ? Finish.STOP : Finish.TORN);
    }
    calls.end(finish.get() == Finish.STOP);
  }

  /** Returns whether the listener was given anything. */
  boolean hasBegun() {
    return !pieces.all().isEmpty() || !calls.given().isEmpty();
  }

  String text() {
    return pieces.all();
  }

  CallPieces calls() {
    return calls;
  }

  Finish finish() {
    return finish.orElse(Finish.TORN);
  }

  TokenUsage usage() {
    return usage;
  }

  OptionalLong firstToken() {
    return firstToken;
  }
}
