package quietstories.providers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import quietstories.json.Json;
import quietstories.json.JsonLimits;
import quietstories.json.JsonObject;
import quietstories.json.JsonReadException;
import quietstories.json.JsonReader;
import quietstories.model.ModelAnswer.Finish;
import quietstories.model.TokenUsage;

/**
 * Reads an answer in the chat-completions protocol, whether it comes as an event stream or, from
 * servers that do not stream, as one object. Events that cannot be read are passed over; an error
 * object anywhere ends the answer.
 */
final class ChatStream {

  private static final String DATA = "data:";
  private static final String DONE = "[DONE]";

  private final TextPieces pieces;
  private final Runnable heard;
  private final LongSupplier nanos;
  private Optional<String> finish = Optional.empty();
  private TokenUsage usage = TokenUsage.UNKNOWN;
  private OptionalLong firstToken = OptionalLong.empty();
  private boolean done;
  private int readable;

  /**
   * Creates a reader.
   *
   * @param heard runs whenever something arrives, a comment included
   */
  ChatStream(TextPieces pieces, Runnable heard, LongSupplier nanos) {
    this.pieces = pieces;
    this.heard = heard;
    this.nanos = nanos;
  }

  /** Reads to the end; afterwards the other methods tell what was read. */
  void read(InputStream body) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    StringBuilder plain = new StringBuilder();
    for (String line = lines.readLine(); line != null && !done; line = lines.readLine()) {
      heard.run();
      if (line.startsWith(DATA)) {
        event(line.substring(DATA.length()).strip());
      } else if (readable == 0 && !line.startsWith(":")) {
        plain.append(line).append('\n');
      }
    }
    if (readable == 0 && !plain.isEmpty()) {
      event(plain.toString().strip());
    }
    pieces.end();
  }

  private void event(String data) {
    if (data.equals(DONE)) {
      done = true;
      return;
    }
    try {
      if (JsonReader.read(data, JsonLimits.LENIENT) instanceof JsonObject event) {
        readable++;
        object(event);
      }
    } catch (JsonReadException e) {
      // why: one garbled event costs itself; an answer without any readable one is a failure.
    }
  }

  private void object(JsonObject event) {
    event
        .object("error")
        .ifPresent(
            error -> {
              throw Faults.inside(error);
            });
    event.object("usage").ifPresent(found -> usage = usage(found));
    event.array("choices").stream()
        .flatMap(choices -> choices.objects())
        .filter(choice -> choice.integer("index").orElse(0) == 0)
        .forEach(this::choice);
  }

  private void choice(JsonObject choice) {
    choice
        .object("delta")
        .or(() -> choice.object("message"))
        .flatMap(delta -> delta.text("content"))
        .filter(text -> !text.isEmpty())
        .ifPresent(this::text);
    choice.text("finish_reason").ifPresent(reason -> finish = Optional.of(reason));
  }

  private void text(String text) {
    if (firstToken.isEmpty()) {
      firstToken = OptionalLong.of(nanos.getAsLong());
    }
    pieces.accept(text);
  }

  private static TokenUsage usage(JsonObject found) {
    return new TokenUsage(
        count(found, "prompt_tokens"),
        found
            .object("prompt_tokens_details")
            .map(details -> count(details, "cached_tokens"))
            .orElse(OptionalInt.empty()),
        count(found, "completion_tokens"));
  }

  private static OptionalInt count(JsonObject json, String key) {
    OptionalLong count = json.integer(key);
    return count.isPresent()
        ? OptionalInt.of(Math.clamp(count.getAsLong(), 0, Integer.MAX_VALUE))
        : OptionalInt.empty();
  }

  /** Returns whether anything could be read at all. */
  boolean isReadable() {
    return readable > 0;
  }

  Finish finish() {
    return finish
        .map(
            reason ->
                switch (reason) {
                  case "length" -> Finish.LENGTH;
                  case "content_filter" -> Finish.FILTERED;
                  default -> Finish.STOP;
                })
        .orElse(done ? Finish.STOP : Finish.TORN);
  }

  TokenUsage usage() {
    return usage;
  }

  OptionalLong firstToken() {
    return firstToken;
  }

  /** Returns the vendor's error in an error answer's body, if it is one. */
  static Optional<JsonObject> error(String body) {
    try {
      return JsonReader.read(body, JsonLimits.LENIENT)
          .child("error")
          .filter(JsonObject.class::isInstance)
          .map((Json error) -> (JsonObject) error);
    } catch (JsonReadException e) {
      return Optional.empty();
    }
  }
}
