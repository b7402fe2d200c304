package quietstories.providers;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * HTTP/1.1 without encryption over blocking sockets, meant for virtual threads: the thread that
 * asks reads the answer itself, so a piece of it passes no other thread on its way.
 *
 * <p>Connections are kept for ten minutes, the length of a thoughtful pause. One that its server
 * has closed meanwhile is noticed before it is used; if it dies in the very moment of use, before a
 * byte of the answer, the request is sent once more on a new one.
 */
final class SocketWire implements Wire {

  private static final long KEPT_NANOS = TimeUnit.MINUTES.toNanos(10);
  private static final int MOST_KEPT = 256;

  private final String host;
  private final int port;
  private final int connectMillis;
  private final Deque<SocketLink> kept = new ArrayDeque<>();

  SocketWire(URI base, Duration connect) {
    this.host = Optional.ofNullable(base.getHost()).orElse("localhost");
    this.port = base.getPort() < 0 ? 80 : base.getPort();
    this.connectMillis = Math.clamp(connect.toMillis(), 1, Integer.MAX_VALUE);
  }

  @Override
  public Exchange send(WireRequest request, Line line) throws IOException {
    Optional<SocketLink> used = take();
    if (used.isPresent()) {
      line.hold(used.get());
      try {
        return used.get().exchange(request, this::keep, line, System.nanoTime());
      } catch (IOException e) {
        used.get().close();
        if (line.isCut() || used.get().hasAnswered()) {
          throw e;
        }
      }
    }
    SocketLink fresh = open(line);
    try {
      return fresh.exchange(request, this::keep, line, System.nanoTime());
    } catch (IOException e) {
      fresh.close();
      throw e;
    }
  }

  @Override
  public void connect() {
    Optional<SocketLink> used = take();
    if (used.isPresent()) {
      keep(used.get());
      return;
    }
    Line line = new Line();
    try (Watch _ = Watch.over(Duration.ofMillis(connectMillis), line::cut)) {
      SocketLink link = open(line);
      line.release();
      keep(link);
    } catch (IOException e) {
      // why: the question that comes will meet the same trouble, and report it.
    }
  }

  /** A name may stand for several addresses, of which a server may listen at one only. */
  private SocketLink open(Line line) throws IOException {
    IOException last = new UnknownHostException("no address");
    for (InetAddress address : InetAddress.getAllByName(host)) {
      SocketChannel channel = SocketChannel.open();
      line.hold(channel);
      try {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        channel.socket().connect(new InetSocketAddress(address, port), connectMillis);
        return new SocketLink(channel);
      } catch (IOException e) {
        channel.close();
        // why: of several failures a refusal says most, and may be tried again.
        last = last instanceof ConnectException ? last : e;
      }
    }
    throw last;
  }

  private Optional<SocketLink> take() {
    long oldest = System.nanoTime() - KEPT_NANOS;
    for (; ; ) {
      Optional<SocketLink> newest;
      synchronized (kept) {
        newest = Optional.ofNullable(kept.pollFirst());
      }
      if (newest.isEmpty() || newest.get().isUsable(oldest)) {
        return newest;
      }
      newest.get().close();
    }
  }

  private void keep(SocketLink link) {
    link.keptSince(System.nanoTime());
    Optional<SocketLink> over = Optional.empty();
    synchronized (kept) {
      kept.addFirst(link);
      if (kept.size() > MOST_KEPT) {
        over = Optional.ofNullable(kept.pollLast());
      }
    }
    over.ifPresent(SocketLink::close);
  }
}
