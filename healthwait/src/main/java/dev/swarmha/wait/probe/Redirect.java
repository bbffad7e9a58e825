package dev.swarmha.wait.probe;

import dev.swarmha.engine.probe.HealthProbe;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;

/**
 * An answer that leads elsewhere. Nobody is led from a connection that cannot be read or forged to
 * one that can.
 */
record Redirect(int status, URI from, URI to) {

  /** How many are followed one after the other. */
  static final int MOST = 5;

  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final String SECURE = "https";

  /** Where the response leads; empty where it is an answer by itself. */
  static Optional<Redirect> of(HealthProbe.Http probe, HttpResponse<String> response) {
    int status = response.statusCode();
    if (!STATUSES.contains(status) || probe.status().contains(status)) {
      return Optional.empty();
    }
    return response
        .headers()
        .firstValue("Location")
        .flatMap(location -> resolve(response.uri(), location))
        .map(to -> new Redirect(status, response.uri(), to));
  }

  private static Optional<URI> resolve(URI from, String location) {
    try {
      return Optional.of(from.resolve(location));
    } catch (IllegalArgumentException noUri) {
      return Optional.empty();
    }
  }

  boolean mayBeFollowed() {
    boolean known = to.getHost() != null && SCHEMES.contains(String.valueOf(to.getScheme()));
    return known && (SECURE.equals(to.getScheme()) || !SECURE.equals(from.getScheme()));
  }

  /** The answer where this is the end of the way. */
  Answer refusal() {
    String leads = "HTTP " + status + " to " + to;
    return Answer.failed(
        mayBeFollowed()
            ? leads + ", after " + MOST + " redirects before it"
            : leads + ", which is not followed from " + from.getScheme());
  }
}
