package dev.swarmha.engine.docker.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The output of a container. Without a terminal it comes in frames: the stream's number, three
 * zeros, the length in four bytes, then the text. The content type tells which it is from API 1.42
 * on only, so the bytes are asked.
 */
public final class LogFrames {

  private static final int HEADER = 8;
  private static final int LAST_STREAM = 3;

  private LogFrames() {}

  /** The lines of all streams, in the order in which they came. */
  public static List<String> lines(byte[] body) {
    byte[] text = unframed(body).orElse(body);
    return new String(text, StandardCharsets.UTF_8).lines().toList();
  }

  private static Optional<byte[]> unframed(byte[] body) {
    ByteArrayOutputStream text = new ByteArrayOutputStream(body.length);
    ByteBuffer rest = ByteBuffer.wrap(body);
    while (rest.remaining() >= HEADER) {
      int header = rest.getInt();
      int length = rest.getInt();
      boolean isHeader = (header & 0xFFFFFF) == 0 && (header >>> 24) <= LAST_STREAM && length >= 0;
      if (!isHeader) {
        return Optional.empty();
      }
      int available = Math.min(length, rest.remaining());
      text.write(body, rest.position(), available);
      rest.position(rest.position() + available);
    }
    return rest.hasRemaining() ? Optional.empty() : Optional.of(text.toByteArray());
  }
}
