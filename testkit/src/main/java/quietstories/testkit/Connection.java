package quietstories.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Optional;
import quietstories.testkit.RecordedRequest.End;

/**
 * One connection of a client. It reads on while a reply is sent, on a thread of its own, so that a
 * client that goes away is noticed at once.
 */
final class Connection implements Runnable {

  /** Answers one request. */
  @FunctionalInterface
  interface Answering {
    void answer(HttpRequest request, HttpResponse response, Watched watched)
        throws IOException, InterruptedException;
  }

  /** Learns which recorded request an answer belongs to. */
  @FunctionalInterface
  interface Watched {
    void watch(RecordedRequest request);
  }

  private final Socket socket;
  private final Answering answering;
  private final Object lock = new Object();
  private Optional<RecordedRequest> current = Optional.empty();
  private boolean closed;

  Connection(Socket socket, Answering answering) {
    this.socket = socket;
    this.answering = answering;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      Optional<HttpRequest> next = HttpRequest.read(in);
      Thread responder = Thread.ofVirtual().unstarted(() -> {});
      while (next.isPresent()) {
        responder = respond(next.get());
        next = HttpRequest.read(in);
        if (next.isPresent()) {
          responder.join();
        }
      }
    } catch (IOException e) {
      // why: the client reset the connection, or the reply closed it; both end it here.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      hangUp();
    }
  }

  private Thread respond(HttpRequest request) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                answering.answer(request, new HttpResponse(socket), this::watch);
              } catch (IOException e) {
                hangUp();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private void watch(RecordedRequest request) {
    boolean gone;
    synchronized (lock) {
      current = Optional.of(request);
      gone = closed;
    }
    if (gone) {
      request.ended(End.HUNG_UP);
    }
  }

  private void hangUp() {
    Optional<RecordedRequest> last;
    synchronized (lock) {
      closed = true;
      last = current;
    }
    last.ifPresent(request -> request.ended(End.HUNG_UP));
  }
}
