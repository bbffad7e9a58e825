package dev.swarmha.engine;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a secret or config on their way to the Engine. Never part of a document, an event, a
 * log, a revision or a diff. As text it is its size alone: a plain digest would let everybody who
 * reads a log try out likely passwords.
 */
public final class Payload {

  private final byte[] content;

  private Payload(byte[] content) {
    this.content = content;
  }

  public static Payload of(byte[] content) {
    return new Payload(content.clone());
  }

  public byte[] bytes() {
    return content.clone();
  }

  public int size() {
    return content.length;
  }

  /** The SHA-256 of the content, in lower-case hexadecimal digits. */
  public String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java runtime has SHA-256", impossible);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Payload that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return size() + " bytes";
  }
}
