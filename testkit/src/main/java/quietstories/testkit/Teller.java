package quietstories.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import quietstories.testkit.RecordedRequest.End;

/** Sends one reply to one chat request, in its pace and with its troubles. */
final class Teller {

  private final RecordedRequest request;
  private final HttpResponse response;
  private final Wording wording;
  private final Holds holds;

  Teller(RecordedRequest request, HttpResponse response, Wording wording, Holds holds) {
    this.wording = wording;
    this.request = request;
    this.response = response;
    this.holds = holds;
  }

  void tell(Reply reply) throws IOException, InterruptedException {
    switch (reply) {
      case Speech speech -> {
        if (wording.isStreamed(request.body())) {
          stream(speech);
        } else {
          whole(speech);
        }
      }
      case Refusal refusal -> {
        request.ended(End.ANSWERED);
        response.json(refusal.code(), refusal.headers(), refusal.body());
      }
      case RawReply raw -> raw(raw);
      case Hangup hangup -> cut(hangup.reset());
      case Simulated simulated ->
          simulated
              .model()
              .serve(
                  request,
                  speech -> {
                    tell(speech);
                    return request.isAnswered();
                  });
      case Silence _ -> {
        holds.await(request);
        cut(false);
      }
    }
  }

  private void whole(Speech speech) throws IOException, InterruptedException {
    Pace pace = speech.pace();
    int further = Math.max(0, speech.pieces().size() - 1);
    if (request.pause(pace.first().plus(pace.each().multipliedBy(further)))) {
      return;
    }
    request.ended(End.ANSWERED);
    response.json(200, List.of(), wording.whole(speech));
  }

  private void raw(RawReply raw) throws IOException, InterruptedException {
    response.openStream(wording.mediaType());
    for (String write : raw.writes()) {
      byte[] bytes = HexFormat.of().parseHex(write);
      response.chunk(bytes, 0, bytes.length);
      if (request.pause(raw.pause())) {
        return;
      }
    }
    request.ended(End.ANSWERED);
    response.endStream();
  }

  private void stream(Speech speech) throws IOException, InterruptedException {
    if (request.pause(speech.pace().first())) {
      return;
    }
    response.openStream(wording.mediaType());
    events(speech, wording.begin(speech));
    int count = speech.pieces().size();
    long begun = System.nanoTime();
    for (int i = 0; i <= count; i++) {
      boolean wait = i > 0 && i < count;
      boolean over = wait && request.pause(untilPiece(speech, i, begun));
      if (over || !trouble(speech, i)) {
        return;
      }
      if (i < count) {
        request.sends(speech.pieces().get(i));
        events(speech, wording.text(speech.pieces().get(i)));
      }
    }
    end(speech);
  }

  // why: from the first piece on, not from the one before, or late wake-ups would add up.
  private static Duration untilPiece(Speech speech, int index, long begun) {
    Duration due = speech.pace().each().multipliedBy(index);
    return due.minusNanos(System.nanoTime() - begun);
  }

  private void end(Speech speech) throws IOException {
    events(speech, wording.end(speech, request.body()));
    // why: a client may close the connection as soon as it has read the end.
    request.ended(End.ANSWERED);
    events(speech, wording.done(speech));
    response.endStream();
  }

  private void events(Speech speech, List<String> events) throws IOException {
    for (String event : events) {
      event(speech, event);
    }
  }

  /** Returns whether the answer goes on after what goes wrong before piece {@code index}. */
  private boolean trouble(Speech speech, int index) throws IOException, InterruptedException {
    return switch (speech.trouble()) {
      case Trouble.None _ -> true;
      case Trouble.Stall stall -> stall.after() != index || holds.await(request);
      case Trouble.Cut cut -> {
        if (cut.after() == index) {
          String next = wording.frame(wording.text("half").getFirst());
          write(speech, next.substring(0, next.indexOf("half") + 3));
          cut(cut.reset());
        }
        yield cut.after() != index;
      }
      case Trouble.Ends ends -> {
        if (ends.after() == index) {
          request.ended(End.ANSWERED);
          response.endStream();
        }
        yield ends.after() != index;
      }
      case Trouble.Garble garble -> {
        if (garble.after() == index) {
          event(speech, garble.data());
        }
        yield true;
      }
      case Trouble.Fails fails -> {
        if (fails.after() == index) {
          request.ended(End.ANSWERED);
          event(speech, wording.error(fails.error()));
          response.endStream();
        }
        yield fails.after() != index;
      }
    };
  }

  private void cut(boolean reset) throws IOException {
    request.ended(End.CUT);
    response.close(reset);
  }

  private void event(Speech speech, String data) throws IOException {
    String comment = speech.style().comments() ? wording.nothing() : "";
    write(speech, comment + wording.frame(data));
  }

  private void write(Speech speech, String text) throws IOException {
    String framed = speech.style().crlf() ? text.replace("\n", "\r\n") : text;
    byte[] bytes = framed.getBytes(StandardCharsets.UTF_8);
    int step = speech.style().bytesPerWrite() == 0 ? bytes.length : speech.style().bytesPerWrite();
    for (int from = 0; from < bytes.length; from += step) {
      response.chunk(bytes, from, Math.min(bytes.length, from + step));
    }
  }
}
