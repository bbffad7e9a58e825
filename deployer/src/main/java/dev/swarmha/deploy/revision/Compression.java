package dev.swarmha.deploy.revision;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Data as gzip has it (RFC 1952), and data from before it was compressed. */
final class Compression {

  private static final byte FIRST = 0x1f;
  private static final byte SECOND = (byte) 0x8b;

  private Compression() {}

  static byte[] compressed(byte[] plain) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return compressed.toByteArray();
  }

  /** The plain data, which it is already where it is not compressed; empty where it is damaged. */
  static Optional<byte[]> plain(byte[] data) {
    if (data.length < 2 || data[0] != FIRST || data[1] != SECOND) {
      return Optional.of(data);
    }
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(data))) {
      return Optional.of(gzip.readAllBytes());
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }
}
