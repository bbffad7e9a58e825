package dev.swarmha.lab.parity;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A manager of a swarm without tasks that accepts every well-formed object, keeps it as it was
 * sent, and records each request that changes something. It has Docker's HTTP interface and nothing
 * of its judgement.
 */
final class RecordingEngine implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String API_VERSION = "1.50";
  private static final List<String> KINDS = List.of("networks", "secrets", "configs", "services");

  private final Map<String, StoredObjects> objects = new TreeMap<>();
  private final Map<String, JsonNode> manifests;
  private final List<WriteRequest> writes = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /**
   * Starts to listen on a free port of the loopback interface.
   *
   * @param manifests what the registries would say of images, by the images' full names
   */
  RecordingEngine(Map<String, JsonNode> manifests) {
    this.manifests = new ConcurrentHashMap<>(manifests);
    KINDS.forEach(kind -> objects.put(kind, new StoredObjects(kind)));
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

  /**
   * The requests so far that changed something, but for what swarmha keeps for itself, in an order
   * that does not depend on time.
   */
  List<WriteRequest> writes() {
    return writes.stream().sorted().toList();
  }

  /** From now on registries know nothing of an image. */
  void forgetImage(String image) {
    manifests.remove(image);
  }

  void forgetWrites() {
    writes.clear();
  }

  /** Everything that the stack consists of now, by kind and name. */
  Map<String, JsonNode> specs() {
    Map<String, JsonNode> all = new TreeMap<>();
    objects.forEach(
        (kind, ofKind) -> ofKind.specs().forEach((name, spec) -> all.put(kind + "/" + name, spec)));
    return all;
  }

  /** Puts an object there that no recorded request has made. */
  void put(String kind, ObjectNode spec) {
    requireNonNull(objects.get(kind), kind).create(spec);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      EngineReply reply = answer(exchange);
      exchange.getResponseHeaders().add("Api-Version", API_VERSION);
      exchange.getResponseHeaders().add("Ostype", "linux");
      exchange.getResponseHeaders().add("Swarm", "active/manager");
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      byte[] body = JSON.writeValueAsBytes(reply.body());
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(reply.status(), head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private EngineReply answer(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath().replaceFirst("^/v[0-9.]+/", "/");
    EngineQuery query = EngineQuery.of(exchange.getRequestURI());
    if (method.equals("GET") || method.equals("HEAD")) {
      return read(path, query);
    }
    JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
    String[] parts = path.substring(1).split("/");
    if (!isOwn(parts, body)) {
      writes.add(new WriteRequest(method, path, query.text(), body));
    }
    return write(method, parts, query, body);
  }

  /** A removal tells nothing but the id. */
  private boolean isOwn(String[] path, JsonNode body) {
    StoredObjects ofKind = objects.get(path[0]);
    return WriteRequest.isOwn(body) || (ofKind != null && path.length > 1 && ofKind.isOwn(path[1]));
  }

  private EngineReply read(String path, EngineQuery query) {
    String[] parts = path.substring(1).split("/", 2);
    StoredObjects ofKind = objects.get(parts[0]);
    if (ofKind != null && parts.length == 1) {
      return EngineReply.ok(ofKind.list(query.filter("label"), query.filter("name")));
    }
    if (ofKind != null) {
      return ofKind
          .find(parts[1])
          .map(name -> EngineReply.ok(ofKind.inspect(name)))
          .orElseGet(() -> EngineReply.refused(404, parts[0] + " " + parts[1] + " not found"));
    }
    return switch (parts[0]) {
      case "_ping" -> EngineReply.ok(JSON.getNodeFactory().textNode("OK"));
      case "info" -> EngineReply.ok(info());
      case "version" ->
          EngineReply.ok(JSON.createObjectNode().put("ApiVersion", API_VERSION).put("Os", "linux"));
      case "nodes", "tasks" -> EngineReply.ok(JSON.createArrayNode());
      case "distribution" -> manifest(parts[1].replaceFirst("/json$", ""));
      default -> EngineReply.refused(404, "page not found");
    };
  }

  private static ObjectNode info() {
    ObjectNode info =
        JSON.createObjectNode().put("Name", "recorder").put("ServerVersion", "28.2.2");
    info.putObject("Swarm")
        .put("NodeID", "recorder")
        .put("LocalNodeState", "active")
        .put("ControlAvailable", true);
    return info;
  }

  private EngineReply manifest(String image) {
    JsonNode manifest = manifests.get(image);
    return manifest == null
        ? EngineReply.refused(404, "manifest unknown")
        : EngineReply.ok(manifest);
  }

  private EngineReply write(String method, String[] path, EngineQuery query, JsonNode body) {
    StoredObjects ofKind = objects.get(path[0]);
    if (ofKind == null) {
      return EngineReply.refused(404, "page not found");
    }
    if (path.length == 2 && path[1].equals("create") && body instanceof ObjectNode spec) {
      return ofKind
          .create(spec)
          .map(id -> EngineReply.created(path[0], id))
          .orElseGet(() -> EngineReply.refused(409, "name conflicts with an existing object"));
    }
    String name = ofKind.find(path[1]).orElse("");
    if (name.isEmpty()) {
      return EngineReply.refused(404, path[0] + " " + path[1] + " not found");
    }
    if (method.equals("DELETE")) {
      ofKind.remove(name);
      return EngineReply.ok(JSON.createObjectNode());
    }
    if (!(body instanceof ObjectNode spec)) {
      return EngineReply.refused(400, "not an object");
    }
    return ofKind
        .update(name, query.version(), spec)
        .map(reason -> EngineReply.refused(reason.startsWith("rpc") ? 500 : 400, reason))
        .orElseGet(() -> EngineReply.ok(JSON.createObjectNode()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
