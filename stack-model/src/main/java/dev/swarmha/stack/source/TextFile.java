package dev.swarmha.stack.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Text on disk: UTF-8, or UTF-16 where a byte order mark says so. */
public final class TextFile {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TextFile() {}

  public static String read(Path file) throws IOException {
    return decode(bytes(file));
  }

  /** The bytes of a file; a directory fails with the reason that it is one. */
  public static byte[] bytes(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a directory");
    }
    return Files.readAllBytes(file);
  }

  /** Turns bytes into text; bytes that are none are an error, not question marks. */
  static String decode(byte[] bytes) throws CharacterCodingException {
    String text = decode(bytes, charset(bytes));
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = charset.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (result.isError()) {
      throw new NotTextException(text.toString());
    }
    return text.toString();
  }

  private static Charset charset(byte[] bytes) {
    if (bytes.length < 2) {
      return StandardCharsets.UTF_8;
    }
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    boolean utf16 = (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
    return utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  /** Why a file could not be read, in words that begin with what it is. */
  public static String reason(String what, IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return what + " does not exist";
    }
    if (failure instanceof AccessDeniedException) {
      return what + " may not be read: permission denied";
    }
    if (failure instanceof CharacterCodingException) {
      return what + " is not UTF-8 text";
    }
    if (failure instanceof FileSystemException system && system.getReason() != null) {
      return what + " cannot be read: " + system.getReason();
    }
    return what + " cannot be read: " + failure.getMessage();
  }

  /** A path that a user wrote, resolved against a directory. */
  public static Path resolve(Path baseDirectory, String written) throws IOException {
    try {
      return baseDirectory.resolve(written).normalize();
    } catch (InvalidPathException invalid) {
      throw new FileSystemException(written, null, invalid.getReason());
    }
  }
}
