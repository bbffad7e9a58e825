package dev.swarmha.lab.faults;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way to an Engine that lets everything through as it is, one request at a time, and keeps the
 * updates of services. Before the first of these arrives, somebody else gets the chance to be
 * quicker.
 */
final class EngineRelay implements AutoCloseable {

  private static final Pattern UPDATE =
      Pattern.compile("(?:/v[0-9.]+)?/services/([^/]+)/update\\?(?:.*&)?version=(\\d+).*");

  /** What belongs to one connection, and which the client of the JDK sets by itself. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade");

  private final URI engine;
  private final Consumer<String> rival;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicBoolean rivalHasActed = new AtomicBoolean();
  private final List<Update> updates = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /**
   * Starts to listen on a free port of the loopback interface.
   *
   * @param endpoint of the Engine, {@code tcp://ADDRESS:PORT}
   * @param rival what is done, once, with the id of the first service that is to be updated
   */
  EngineRelay(String endpoint, Consumer<String> rival) {
    this.engine = URI.create(endpoint.replaceFirst("^tcp:", "http:"));
    this.rival = requireNonNull(rival, "rival");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  /** What {@code DOCKER_HOST} must be. */
  String address() {
    return "tcp://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The updates of services that came by, in order. */
  List<Update> updates() {
    return List.copyOf(updates);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpRequest request = request(exchange);
      Matcher update = UPDATE.matcher(exchange.getRequestURI().toString());
      boolean isUpdate = update.matches();
      if (isUpdate && rivalHasActed.compareAndSet(false, true)) {
        rival.accept(update.group(1));
      }
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      if (isUpdate) {
        updates.add(
            new Update(update.group(1), Long.parseLong(update.group(2)), response.statusCode()));
      }
      answer(exchange, response);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(engine.resolve(exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (isOfTheMessage(name)) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> response)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (isOfTheMessage(name)) {
                headers.put(name, values);
              }
            });
    byte[] body = response.body();
    exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static boolean isOfTheMessage(String header) {
    return !OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /**
   * An update of a service.
   *
   * @param version of the service that the update is for
   * @param status what the Engine answered
   */
  record Update(String service, long version, int status) {
    Update {
      requireNonNull(service, "service");
    }
  }
}
