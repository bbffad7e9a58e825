package dev.swarmha.engine.docker;

import dev.swarmha.engine.docker.endpoint.Endpoint;
import dev.swarmha.engine.time.SystemTimeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/**
 * An HTTP server that gives prepared answers and remembers what it was asked, on a Unix socket or
 * on the loopback address. What nobody prepared is answered 404.
 */
public final class FakeEngine implements AutoCloseable {

  private final SystemTimeline timeline = new SystemTimeline();
  private final ServerSocketChannel server;
  private final Endpoint endpoint;
  private final Map<String, Deque<Answer>> answers = new HashMap<>();
  private final List<Request> requests = new ArrayList<>();
  private final CountDownLatch kept = new CountDownLatch(1);
  private final CountDownLatch abandoned = new CountDownLatch(1);

  private FakeEngine(ServerSocketChannel server, URI uri) {
    this.server = server;
    this.endpoint = new Endpoint(uri, Optional.empty(), "the test's Engine");
    start(this::acceptAll);
  }

  public static FakeEngine onLoopback() throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
    return new FakeEngine(server, URI.create("tcp://127.0.0.1:" + port));
  }

  public static FakeEngine onSocket(Path path) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    SocketAddress address = UnixDomainSocketAddress.of(path);
    server.bind(address);
    return new FakeEngine(server, URI.create("unix://" + path));
  }

  /** One that agrees on this API version. */
  public FakeEngine speaking(String apiVersion) {
    return answering("HEAD", "/_ping", Answer.of(200, "").withHeader("Api-Version", apiVersion));
  }

  /** Prepares an answer; those to the same question are given in turn, the last one for ever. */
  public synchronized FakeEngine answering(String method, String path, Answer answer) {
    answers.computeIfAbsent(method + " " + path, key -> new ArrayDeque<>()).add(answer);
    return this;
  }

  public FakeEngine answering(String method, String path, int status, String body) {
    return answering(method, path, Answer.of(status, body));
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  public synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  /** The requests of one method, pings left out. */
  public List<Request> requests(String method) {
    return requests().stream().filter(request -> request.method().equals(method)).toList();
  }

  /** Waits until a caller has asked what is never answered. */
  public void awaitKeptWaiting() throws InterruptedException {
    kept.await();
  }

  /** Waits until a caller to whom no answer came has closed its connection. */
  public void awaitAbandoned() throws InterruptedException {
    abandoned.await();
  }

  private void acceptAll() {
    try {
      while (true) {
        SocketChannel connection = server.accept();
        start(() -> serve(connection));
      }
    } catch (IOException closing) {
      return;
    }
  }

  private void serve(SocketChannel connection) {
    try (connection) {
      InputStream in = Channels.newInputStream(connection);
      Optional<Request> request = Request.read(in);
      while (request.isPresent()) {
        Answer answer = note(request.get());
        if (answer.neverComes()) {
          awaitEnd(in);
          return;
        }
        if (answer.breaksOff()) {
          return;
        }
        if (answer.dripping()) {
          drip(answer, Channels.newOutputStream(connection));
          return;
        }
        answer.write(request.get(), Channels.newOutputStream(connection));
        request = Request.read(in);
      }
    } catch (IOException gone) {
      return;
    }
  }

  /** A caller may close a connection in good order or reset it. */
  private void awaitEnd(InputStream in) throws IOException {
    kept.countDown();
    try {
      in.read();
    } finally {
      abandoned.countDown();
    }
  }

  /** Ends when the caller has closed the connection. */
  private void drip(Answer answer, OutputStream out) throws IOException {
    try {
      out.write(
          ("HTTP/1.1 " + answer.status() + " -\r\nTransfer-Encoding: chunked\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      while (true) {
        out.write("2\r\n[ \r\n".getBytes(StandardCharsets.UTF_8));
        timeline.sleep(Duration.ofMillis(5));
      }
    } catch (InterruptedException none) {
      Thread.currentThread().interrupt();
    } finally {
      abandoned.countDown();
    }
  }

  private synchronized Answer note(Request request) {
    requests.add(request);
    Deque<Answer> prepared =
        answers.getOrDefault(request.method() + " " + request.path(), new ArrayDeque<>());
    if (prepared.isEmpty()) {
      return Answer.of(404, "{\"message\":\"page not found\"}");
    }
    return prepared.size() > 1 ? prepared.remove() : prepared.element();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "fake-engine");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** What the server was asked. */
  public record Request(
      String method, String path, String query, Map<String, String> headers, String body) {

    private static Optional<Request> read(InputStream in) throws IOException {
      String first = line(in);
      if (first.isEmpty()) {
        return Optional.empty();
      }
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        int colon = line.indexOf(':');
        headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
      String[] words = first.split(" ", -1);
      String[] target = words[1].split("\\?", 2);
      String query = target.length > 1 ? target[1] : "";
      return Optional.of(new Request(words[0], target[0], query, headers, body(in, headers)));
    }

    private static String body(InputStream in, Map<String, String> headers) throws IOException {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      if (headers.containsKey("Transfer-Encoding")) {
        for (int size = chunk(in); size > 0; size = chunk(in)) {
          body.write(in.readNBytes(size));
          line(in);
        }
        line(in);
      } else if (headers.containsKey("Content-Length")) {
        body.write(in.readNBytes(Integer.parseInt(headers.get("Content-Length"))));
      }
      return body.toString(StandardCharsets.UTF_8);
    }

    private static int chunk(InputStream in) throws IOException {
      return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
        line.write(next);
      }
      return line.toString(StandardCharsets.UTF_8).strip();
    }
  }

  /** What the server says. */
  public record Answer(int status, Map<String, String> headers, List<Byte> body, boolean dripping) {

    private static final int NEVER = -1;
    private static final int BREAK = -2;

    public static Answer of(int status, String body) {
      return of(status, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer of(int status, byte[] body) {
      List<Byte> bytes = new ArrayList<>();
      for (byte one : body) {
        bytes.add(one);
      }
      return new Answer(status, Map.of("Content-Type", "application/json"), bytes, false);
    }

    /** Goes on for ever, with never a long silence. */
    public static Answer drip(int status) {
      return new Answer(status, Map.of(), List.of(), true);
    }

    /** Takes the request and keeps silent. */
    public static Answer never() {
      return of(NEVER, "");
    }

    /** Takes the request and closes the connection. */
    public static Answer brokenOff() {
      return of(BREAK, "");
    }

    public Answer withHeader(String name, String value) {
      Map<String, String> changed = new HashMap<>(headers);
      changed.put(name, value);
      return new Answer(status, changed, body, dripping);
    }

    boolean neverComes() {
      return status == NEVER;
    }

    boolean breaksOff() {
      return status == BREAK;
    }

    private void write(Request request, OutputStream out) throws IOException {
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " -\r\n");
      headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
      head.append("Content-Length: " + body.size() + "\r\n\r\n");
      out.write(head.toString().getBytes(StandardCharsets.UTF_8));
      if (!request.method().equals("HEAD")) {
        byte[] bytes = new byte[body.size()];
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = body.get(i);
        }
        out.write(bytes);
      }
      out.flush();
    }
  }
}
