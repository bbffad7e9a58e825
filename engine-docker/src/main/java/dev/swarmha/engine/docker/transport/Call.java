package dev.swarmha.engine.docker.transport;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One request: path and query are escaped already, the body is JSON. Bodies and headers may hold
 * secrets, so {@link #toString()} shows neither.
 */
public record Call(
    String method,
    String path,
    Map<String, String> headers,
    Optional<String> body,
    Duration timeout) {

  public Call {
    requireNonNull(method, "method");
    requireNonNull(path, "path");
    headers = Map.copyOf(headers);
    requireNonNull(body, "body");
    requireNonNull(timeout, "timeout");
  }

  public static Call of(String method, String path) {
    return new Call(method, path, Map.of(), Optional.empty(), AnswerTime.of(method).limit());
  }

  public Call withHeaders(Map<String, String> changed) {
    return new Call(method, path, changed, body, timeout);
  }

  public Call withBody(String json) {
    return new Call(method, path, headers, Optional.of(json), timeout);
  }

  public Call within(AnswerTime kind) {
    return withTimeout(kind.limit());
  }

  public Call withTimeout(Duration changed) {
    return new Call(method, path, headers, body, changed);
  }

  public Call withPath(String changed) {
    return new Call(method, changed, headers, body, timeout);
  }

  /** Whether the Engine's state may be another one afterwards. */
  public boolean isWrite() {
    return !method.equals("GET") && !method.equals("HEAD");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
