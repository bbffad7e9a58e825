package dev.swarmha.engine.docker.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of one answer, which ends where the next answer on the same connection may begin. */
final class HttpBody extends InputStream {

  private static final int HEXADECIMAL = 16;

  private enum Framing {
    LENGTH,
    CHUNKS,
    END
  }

  private final InputStream in;
  private final Framing framing;
  private final boolean isLast;
  private boolean isInChunks;
  private boolean isAtEnd;

  /** What is left of the length, or of the chunk. */
  private long left;

  private HttpBody(InputStream in, Framing framing, long left, boolean isLast) {
    this.in = in;
    this.framing = framing;
    this.left = left;
    this.isLast = isLast;
    this.isAtEnd = framing == Framing.LENGTH && left == 0;
  }

  static HttpBody ofLength(InputStream in, long length, boolean isLast) {
    return new HttpBody(in, Framing.LENGTH, length, isLast);
  }

  static HttpBody inChunks(InputStream in, boolean isLast) {
    return new HttpBody(in, Framing.CHUNKS, 0, isLast);
  }

  static HttpBody upToTheEnd(InputStream in) {
    return new HttpBody(in, Framing.END, Long.MAX_VALUE, true);
  }

  /** Whether the whole body was read, and another call may follow on the connection. */
  boolean leavesConnectionUsable() {
    return isAtEnd && !isLast;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!isAtEnd && left == 0) {
      beginChunk();
    }
    if (isAtEnd) {
      return -1;
    }
    int count = in.read(target, offset, (int) Math.min(length, left));
    if (count < 0) {
      return ended();
    }
    left -= count;
    isAtEnd = framing == Framing.LENGTH && left == 0;
    return count;
  }

  private int ended() throws IOException {
    if (framing != Framing.END) {
      throw new EOFException("the connection ended in the middle of an answer");
    }
    isAtEnd = true;
    return -1;
  }

  private void beginChunk() throws IOException {
    if (isInChunks) {
      HttpExchange.line(in);
    }
    isInChunks = true;
    String size = HttpExchange.line(in).split(";", 2)[0].strip();
    left = HttpExchange.number(size, HEXADECIMAL);
    if (left == 0) {
      skipTrailers();
      isAtEnd = true;
    }
  }

  private void skipTrailers() throws IOException {
    String trailer = HttpExchange.line(in);
    while (!trailer.isEmpty()) {
      trailer = HttpExchange.line(in);
    }
  }
}
