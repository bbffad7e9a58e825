package dev.swarmha.wait.probe;

import dev.swarmha.engine.probe.HealthProbe;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Connects to a port and hangs up. */
final class TcpConnect {

  private TcpConnect() {}

  static Answer ask(HealthProbe.Tcp probe) throws InterruptedException {
    CompletableFuture<Answer> connection = new CompletableFuture<>();
    // On a thread of its own, because looking up a name knows neither time limit nor interrupt.
    Thread thread = new Thread(() -> connect(probe, connection), "probe " + probe.address());
    thread.setDaemon(true);
    thread.start();
    try {
      return connection.get(probe.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return Answer.late(probe.timeout());
    } catch (ExecutionException failed) {
      return NetworkFailure.answer(failed, probe.timeout());
    }
  }

  private static void connect(HealthProbe.Tcp probe, CompletableFuture<Answer> connection) {
    try (Socket socket = new Socket()) {
      InetSocketAddress address = new InetSocketAddress(probe.host(), probe.port());
      socket.connect(address, Math.toIntExact(probe.timeout().toMillis()));
      connection.complete(Answer.passed("connected"));
    } catch (IOException | RuntimeException failure) {
      connection.completeExceptionally(failure);
    }
  }
}
