package dev.swarmha.lab.examples;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import dev.swarmha.lab.SummaryLine;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Somebody who asks one address again and again, each time over a new connection and never twice
 * for the same thing: what is not answered with 200 is a failure.
 */
final class SteadyClient implements AutoCloseable {

  private static final int PAUSE_MILLIS = 25;
  private static final int TIMEOUT_MILLIS = 15_000;

  private final InetSocketAddress server;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Set<String> answers = new TreeSet<>();
  private final List<String> failures = new ArrayList<>();
  private final Thread thread = new Thread(this::askOnAndOn);
  private int requests;

  private SteadyClient(InetSocketAddress server) {
    this.server = requireNonNull(server, "server");
  }

  static SteadyClient of(String address, int port) {
    SteadyClient client = new SteadyClient(new InetSocketAddress(address, port));
    client.thread.setDaemon(true);
    client.thread.start();
    return client;
  }

  /**
   * What an address answers to one request, headers included.
   *
   * @throws IOException when it does not
   */
  static String ask(String address, int port, String path) throws IOException {
    return ask(address, port, path, "");
  }

  /**
   * What an address answers to one request with these lines of header, each with its end.
   *
   * @throws IOException when it does not
   */
  static String ask(String address, int port, String path, String headers) throws IOException {
    String request = "GET " + path + " HTTP/1.0\r\n" + headers + "\r\n";
    return ask(new InetSocketAddress(address, port), request);
  }

  private static String ask(InetSocketAddress server, String request) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(server, TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }

  private void askOnAndOn() {
    try {
      while (!end.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        askOnce();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void askOnce() {
    try {
      remember(ask(server, "GET / HTTP/1.0\r\n\r\n"));
    } catch (IOException broken) {
      fail(broken.toString());
    }
  }

  private synchronized void remember(String answer) {
    requests++;
    if (answer.matches("(?s)HTTP/1.[01] 200 .*")) {
      answers.add(answer.substring(answer.indexOf("\r\n\r\n") + 4).strip());
    } else {
      failures.add(answer);
    }
  }

  private synchronized void fail(String how) {
    requests++;
    failures.add(how);
  }

  synchronized int requests() {
    return requests;
  }

  /** What was answered, each text once. */
  synchronized Set<String> answers() {
    return Set.copyOf(answers);
  }

  /** What came instead of an answer, in order. */
  synchronized List<String> failures() {
    return List.copyOf(failures);
  }

  /** Prints the figures in one line. */
  void print(String what) {
    SummaryLine.print(what + ": " + requests() + " requests, " + failures().size() + " failed");
  }

  /** Ends it; a request that is under way is waited for. */
  @Override
  public void close() {
    end.countDown();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
