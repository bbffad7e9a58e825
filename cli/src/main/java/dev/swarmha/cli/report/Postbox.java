package dev.swarmha.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Posts a text to addresses, to all of them at once. */
final class Postbox {

  private static final int SUCCESS = 2;
  private static final int HUNDRED = 100;

  private final Duration limit;

  Postbox(Duration limit) {
    this.limit = limit;
  }

  /** Returns what went wrong, a line for each address; an address is named by its host alone. */
  List<String> post(List<URI> addresses, String json) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(limit).build();
    List<CompletableFuture<HttpResponse<Void>>> answers =
        addresses.stream().map(address -> send(client, address, json)).toList();
    List<String> troubles = new ArrayList<>();
    for (int i = 0; i < addresses.size(); i++) {
      String host = addresses.get(i).getScheme() + "://" + addresses.get(i).getHost();
      trouble(answers.get(i)).ifPresent(why -> troubles.add(host + ": " + why));
    }
    return troubles;
  }

  private CompletableFuture<HttpResponse<Void>> send(HttpClient client, URI address, String json) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(limit)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(json, UTF_8))
            .build();
    return client.sendAsync(request, BodyHandlers.discarding());
  }

  private Optional<String> trouble(CompletableFuture<HttpResponse<Void>> answer) {
    try {
      int status = answer.get(limit.toMillis(), MILLISECONDS).statusCode();
      return status / HUNDRED == SUCCESS ? Optional.empty() : Optional.of("HTTP " + status);
    } catch (TimeoutException late) {
      answer.cancel(true);
      return Optional.of("no answer within " + limit.toSeconds() + "s");
    } catch (ExecutionException failed) {
      return Optional.of(words(failed));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  private static String words(ExecutionException failed) {
    Throwable trouble = Objects.requireNonNullElse(failed.getCause(), failed);
    return Objects.requireNonNullElse(trouble.getMessage(), trouble.getClass().getSimpleName());
  }
}
