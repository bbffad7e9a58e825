package dev.swarmha.engine.docker.transport;

import dev.swarmha.engine.docker.transport.Line.Answer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * One call and its answer in HTTP/1.1 (RFC 9112) over two streams that something else has
 * connected. As much of it as Engines speak: bodies of a known length, in chunks, or up to the end.
 */
final class HttpExchange {

  private static final int LONGEST_LINE = 64 * 1024;
  private static final int FIRST_FINAL_STATUS = 200;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private final InputStream in;
  private final OutputStream out;
  private final String host;

  /**
   * An exchange over these streams, which need buffers of their own.
   *
   * @param host the name that the Engine is told for itself
   */
  HttpExchange(InputStream in, OutputStream out, String host) {
    this.in = in;
    this.out = out;
    this.host = host;
  }

  /** The beginning of the answer; its body tells when it has come to its end. */
  Answer send(Call call) throws IOException {
    write(call);
    int status = status();
    Map<String, String> headers = headers();
    while (status < FIRST_FINAL_STATUS) {
      status = status();
      headers = headers();
    }
    return new Answer(status, headers, body(call, status, headers));
  }

  private void write(Call call) throws IOException {
    byte[] body = call.body().orElse("").getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder();
    head.append(call.method()).append(' ').append(call.path()).append(" HTTP/1.1\r\n");
    header(head, "Host", host);
    call.headers().forEach((name, value) -> header(head, name, value));
    if (call.body().isPresent()) {
      header(head, "Content-Type", "application/json");
    }
    if (call.isWrite()) {
      header(head, "Content-Length", String.valueOf(body.length));
    }
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
  }

  private static void header(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value.replaceAll("[\\r\\n]", "")).append("\r\n");
  }

  private int status() throws IOException {
    String line = line();
    String[] words = line.split(" ", 3);
    if (!line.startsWith("HTTP/1.") || words.length < 2 || !words[1].matches("[1-5]\\d\\d")) {
      throw new IOException("it does not speak HTTP: " + line);
    }
    return Integer.parseInt(words[1]);
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.putIfAbsent(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private HttpBody body(Call call, int status, Map<String, String> headers) throws IOException {
    boolean isLast = "close".equalsIgnoreCase(headers.get("Connection"));
    if (call.method().equals("HEAD") || status == NO_CONTENT || status == NOT_MODIFIED) {
      return HttpBody.ofLength(in, 0, isLast);
    }
    if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
      return HttpBody.inChunks(in, isLast);
    }
    String length = headers.get("Content-Length");
    return length == null
        ? HttpBody.upToTheEnd(in)
        : HttpBody.ofLength(in, number(length, 10), isLast);
  }

  static long number(String digits, int radix) throws IOException {
    try {
      return Long.parseLong(digits, radix);
    } catch (NumberFormatException wrong) {
      throw new IOException("it does not speak HTTP: a length of '" + digits + "'", wrong);
    }
  }

  private String line() throws IOException {
    return line(in);
  }

  /** A line without its end. */
  static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection ended");
      }
      if (line.length() == LONGEST_LINE) {
        throw new IOException("it does not speak HTTP: a line without an end");
      }
      line.append((char) next);
    }
    int last = line.length() - 1;
    return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
  }
}
