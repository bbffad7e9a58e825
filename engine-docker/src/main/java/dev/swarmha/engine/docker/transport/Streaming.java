package dev.swarmha.engine.docker.transport;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;

/** An answer whose body is still coming. Closing it ends a read that waits for more. */
public final class Streaming implements AutoCloseable {

  private final int status;
  private final InputStream body;
  private final Runnable close;

  Streaming(int status, InputStream body, Runnable close) {
    this.status = status;
    this.body = requireNonNull(body, "body");
    this.close = requireNonNull(close, "close");
  }

  public int status() {
    return status;
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  public InputStream body() {
    return body;
  }

  @Override
  public void close() {
    close.run();
  }
}
