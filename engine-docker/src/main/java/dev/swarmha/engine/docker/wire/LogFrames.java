package dev.swarmha.engine.docker.wire;

import dev.swarmha.engine.LogLine.Channel;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
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

  /** Takes what was read. */
  @FunctionalInterface
  public interface Sink {
    void take(Channel channel, String text) throws InterruptedException;
  }

  /**
   * Reads to the end, a frame at a time; without frames a line at a time.
   *
   * @throws IOException when the output breaks off
   * @throws InterruptedException when the sink is interrupted
   */
  public static void read(InputStream body, Sink sink) throws IOException, InterruptedException {
    BufferedInputStream in = new BufferedInputStream(body);
    in.mark(HEADER);
    byte[] header = in.readNBytes(HEADER);
    if (header.length == 0) {
      return;
    }
    if (!isHeader(header)) {
      in.reset();
      readLines(in, sink);
      return;
    }
    while (header.length == HEADER) {
      if (!isHeader(header)) {
        throw new IOException("the output is not in frames as it was before");
      }
      byte[] text = in.readNBytes(ByteBuffer.wrap(header).getInt(Integer.BYTES));
      sink.take(channel(header[0]), new String(text, StandardCharsets.UTF_8));
      header = in.readNBytes(HEADER);
    }
  }

  private static void readLines(InputStream in, Sink sink)
      throws IOException, InterruptedException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      sink.take(Channel.OUTPUT, line);
    }
  }

  private static boolean isHeader(byte[] bytes) {
    return bytes.length == HEADER
        && bytes[0] >= 0
        && bytes[0] <= LAST_STREAM
        && bytes[1] == 0
        && bytes[2] == 0
        && bytes[3] == 0
        && bytes[4] >= 0;
  }

  private static Channel channel(byte stream) {
    return switch (stream) {
      case 2 -> Channel.ERROR;
      case LAST_STREAM -> Channel.ENGINE;
      default -> Channel.OUTPUT;
    };
  }

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
