package dev.swarmha.engine.docker.transport;

import dev.swarmha.engine.docker.endpoint.Endpoint;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * A TLS connection to an Engine that proves nothing, because somebody has asked for exactly that.
 * docker-java has no such connection: it compares names in any case.
 */
final class UnverifiedLine implements Line {

  private static final int CONNECT_MILLISECONDS = 5000;

  private final URI uri;
  private final SSLContext tls;
  private final Duration silence;
  private final Socket socket = new Socket();

  private UnverifiedLine(URI uri, SSLContext tls, Duration silence) {
    this.uri = uri;
    this.tls = tls;
    this.silence = silence;
  }

  static Source to(Endpoint endpoint, SSLContext tls) {
    return new Source() {
      @Override
      public Line line(Duration silence) {
        return new UnverifiedLine(endpoint.uri(), tls, silence);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public Answer execute(Call call) throws IOException {
    socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), CONNECT_MILLISECONDS);
    socket.setSoTimeout((int) Math.min(silence.toMillis(), Integer.MAX_VALUE));
    Socket secured =
        tls.getSocketFactory().createSocket(socket, uri.getHost(), uri.getPort(), true);
    HttpExchange exchange =
        new HttpExchange(
            new BufferedInputStream(secured.getInputStream()),
            new BufferedOutputStream(secured.getOutputStream()),
            uri.getAuthority());
    return exchange.send(call.withPath(uri.getRawPath() + call.path()));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
