package dev.swarmha.engine.docker.transport;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A connection to an Engine on this machine, over its Unix socket. */
final class UnixLine implements Line {

  /** Nobody looks at it: a socket's file leads to one Engine. */
  private static final String HOST = "localhost";

  private final Path socket;
  private @Nullable SocketChannel channel;
  private boolean isClosed;

  private UnixLine(Path socket) {
    this.socket = socket;
  }

  /** Each line has a connection of its own, so that none is one that has gone stale. */
  static Source to(Path socket) {
    return new Source() {
      @Override
      public Line line(Duration silence) {
        return new UnixLine(socket);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public Answer execute(Call call) throws IOException {
    SocketChannel opened = open();
    opened.connect(UnixDomainSocketAddress.of(socket));
    HttpExchange exchange =
        new HttpExchange(
            new BufferedInputStream(Channels.newInputStream(opened)),
            new BufferedOutputStream(Channels.newOutputStream(opened)),
            HOST);
    return exchange.send(call);
  }

  private synchronized SocketChannel open() throws IOException {
    if (isClosed) {
      throw new IOException("the call was given up");
    }
    SocketChannel opened = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel = opened;
    return opened;
  }

  @Override
  public synchronized void close() throws IOException {
    isClosed = true;
    if (channel != null) {
      channel.close();
    }
  }
}
