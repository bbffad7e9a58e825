package dev.swarmha.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.swarmha.cli.command.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What most command lines go through, once and with nobody listening. The start script runs it so
 * that Java can keep the classes that it has loaded, and load them faster from then on. Its Engine
 * is a few words of HTTP on this machine alone: a manager of an empty swarm.
 */
final class Rehearsal {

  private static final String STACK =
      """
      services:
        web:
          image: example/web:${TAG:-1}
          ports: ["8080:80"]
          environment: {MODE: fast}
          healthcheck: {test: [CMD, "true"], interval: 5s}
          deploy: {replicas: 2, update_config: {order: start-first}}
      """;

  private static final String INFO =
      """
      {"Name": "m1", "ServerVersion": "20.10.24", "Swarm": {"NodeID": "m1",
       "LocalNodeState": "active", "ControlAvailable": true, "Managers": 1}}
      """;

  static final List<List<String>> LINES =
      List.of(
          List.of("--help"),
          List.of("deploy", "--help"),
          List.of("render", "-c", "-", "-o", "json"),
          List.of("ls"),
          List.of("node", "ls"),
          List.of("deploy", "--dry-run", "--resolve-image", "never", "-c", "-", "demo"));

  private Rehearsal() {}

  public static void main(String[] arguments) throws IOException {
    Main.main(new String[] {"--version"});
    Main.main(new String[] {"--help"});
    Main.beginQuickly();
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Main.surroundings(new Interrupts(nowhere));
    run(nowhere);
  }

  /** Returns the exit codes. */
  static List<Integer> run(PrintWriter err) throws IOException {
    HttpServer engine =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    engine.createContext("/", Rehearsal::answer);
    engine.start();
    try {
      String host = "tcp://127.0.0.1:" + engine.getAddress().getPort();
      Map<String, String> environment = Map.of("DOCKER_HOST", host);
      return LINES.stream().map(line -> run(line, environment, err)).toList();
    } finally {
      engine.stop(0);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = (path.endsWith("/info") ? INFO : "[]").getBytes(UTF_8);
    exchange.getResponseHeaders().set("Api-Version", "1.41");
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(200, -1);
    } else {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private static int run(List<String> line, Map<String, String> environment, PrintWriter err) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return new Wiring(surroundings(environment), nowhere, err).run(line.toArray(String[]::new));
  }

  /** The world, with nobody at the keyboard and a stack file on standard input. */
  static Surroundings surroundings(Map<String, String> environment) {
    return RealSurroundings.of(
        environment, Path.of(""), new ByteArrayInputStream(STACK.getBytes(UTF_8)));
  }
}
