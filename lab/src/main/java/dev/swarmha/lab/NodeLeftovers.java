package dev.swarmha.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Containers and volumes on one node: what outlives the services that it belonged to. */
final class NodeLeftovers {

  private static final Duration WITHIN = Duration.ofSeconds(20);

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final String engine;

  /** On the node whose Engine is at this endpoint, {@code tcp://ADDRESS:PORT}. */
  NodeLeftovers(String endpoint) {
    this.engine = endpoint.replaceFirst("^tcp:", "http:");
  }

  void remove() {
    for (JsonNode container : json(ask("GET", "/containers/json?all=true"))) {
      ask("DELETE", "/containers/" + container.path("Id").asText() + "?force=true");
    }
    for (JsonNode volume : json(ask("GET", "/volumes")).path("Volumes")) {
      ask("DELETE", "/volumes/" + volume.path("Name").asText());
    }
  }

  boolean areThere() {
    return !json(ask("GET", "/containers/json?all=true")).isEmpty()
        || !json(ask("GET", "/volumes")).path("Volumes").isEmpty();
  }

  /** The Engine's answer, whether it has done what was asked or not. */
  private String ask(String method, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(engine + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .timeout(WITHIN)
            .build();
    try {
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot " + method + " " + engine + path, broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  private JsonNode json(String text) {
    try {
      return json.readTree(text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
