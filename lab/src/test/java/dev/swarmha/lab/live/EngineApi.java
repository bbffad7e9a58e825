package dev.swarmha.lab.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** An Engine, asked without any code of ours between: what is compared must not depend on it. */
final class EngineApi {

  private static final Duration WITHIN = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String root;

  /** The Engine at an endpoint, {@code tcp://ADDRESS:PORT}. */
  EngineApi(String endpoint) {
    this.root = endpoint.replaceFirst("^tcp:", "http:");
  }

  /** What the Engine answers, which has to be a success. */
  JsonNode get(String path) {
    HttpResponse<String> answer = send("GET", path);
    if (answer.statusCode() != 200) {
      throw new AssertionError("GET " + path + ": " + answer.statusCode() + " " + answer.body());
    }
    try {
      return JSON.readTree(answer.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Removes an object, which may be gone already. */
  void delete(String path) {
    HttpResponse<String> answer = send("DELETE", path);
    if (answer.statusCode() / 100 != 2 && answer.statusCode() != 404) {
      throw new AssertionError("DELETE " + path + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  private HttpResponse<String> send(String method, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(root + path))
            .method(method, BodyPublishers.noBody())
            .timeout(WITHIN)
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot " + method + " " + root + path, broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }
}
