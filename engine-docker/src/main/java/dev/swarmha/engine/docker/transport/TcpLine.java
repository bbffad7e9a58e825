package dev.swarmha.engine.docker.transport;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A connection to an Engine over TCP that proves nothing: without TLS, or with one that compares no
 * names, because somebody has asked for exactly that.
 */
final class TcpLine implements Line {

  private final URI uri;
  private final Optional<SSLContext> tls;
  private @Nullable Socket socket;
  private boolean isClosed;

  private TcpLine(URI uri, Optional<SSLContext> tls) {
    this.uri = uri;
    this.tls = tls;
  }

  /** Each line has a connection of its own, so that none is one that has gone stale. */
  static Source to(URI uri, Optional<SSLContext> tls) {
    return new Source() {
      @Override
      public Line line(Duration silence) {
        return new TcpLine(uri, tls);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public Answer execute(Call call) throws IOException {
    Socket connected = connect();
    Socket used =
        tls.isEmpty()
            ? connected
            : tls.get()
                .getSocketFactory()
                .createSocket(connected, uri.getHost(), uri.getPort(), true);
    HttpExchange exchange =
        new HttpExchange(
            new BufferedInputStream(used.getInputStream()),
            new BufferedOutputStream(used.getOutputStream()),
            uri.getAuthority());
    return exchange.send(call.withPath(uri.getRawPath() + call.path()));
  }

  /** To the first of the host's addresses at which somebody listens. */
  private Socket connect() throws IOException {
    IOException refused = new UnknownHostException(uri.getHost());
    for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
      Socket next = open();
      try {
        next.connect(
            new InetSocketAddress(address, uri.getPort()), (int) CONNECT_TIMEOUT.toMillis());
        return next;
      } catch (IOException nobody) {
        refused = nobody;
      }
    }
    throw refused;
  }

  private synchronized Socket open() throws IOException {
    if (isClosed) {
      throw new IOException("the call was given up");
    }
    Socket opened = new Socket();
    socket = opened;
    return opened;
  }

  @Override
  public synchronized void close() throws IOException {
    isClosed = true;
    if (socket != null) {
      socket.close();
    }
  }
}
