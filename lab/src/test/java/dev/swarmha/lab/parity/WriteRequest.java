package dev.swarmha.lab.parity;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Set;

/**
 * A request that changes something.
 *
 * @param path without the version of the API
 */
record WriteRequest(String method, String path, String query, JsonNode body)
    implements Comparable<WriteRequest> {

  private static final Set<String> OWN = Set.of("dev.swarmha.revision", "dev.swarmha.lock");

  private static final Comparator<WriteRequest> ORDER =
      Comparator.comparing(WriteRequest::path)
          .thenComparing(WriteRequest::name)
          .thenComparing(WriteRequest::method);

  WriteRequest {
    requireNonNull(method, "method");
    requireNonNull(path, "path");
    requireNonNull(query, "query");
    requireNonNull(body, "body");
  }

  /** The name of the object that the body describes. */
  String name() {
    return body.path("Name").asText();
  }

  /** Whether a spec is of a revision or a lock, which swarmha keeps for itself. */
  static boolean isOwn(JsonNode spec) {
    return OWN.stream().anyMatch(spec.path("Labels")::has);
  }

  @Override
  public int compareTo(WriteRequest other) {
    return ORDER.compare(this, other);
  }

  /** What it is, without the body. */
  String title() {
    return method + " " + path + (query.isEmpty() ? "" : "?" + query) + " " + name();
  }
}
