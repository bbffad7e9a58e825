package dev.swarmha.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Requests to services at a steady rate, and a count of the tasks that run meanwhile. A request is
 * what a client behind a simple load balancer sees: it goes to one node after the other, another
 * first each time, until one answers; it fails when none does. The request is sent but once to
 * each, and an answer that breaks off counts as none.
 */
final class DrainLoad {

  private static final int PAUSE_MILLIS = 50;
  private static final int LOOK_MILLIS = 250;
  private static final int TIMEOUT_MILLIS = 3000;

  private final List<String> addresses;
  private final Map<String, Integer> ports;
  private final SwarmEngine engine;
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();
  private final Map<String, Integer> failures = new TreeMap<>();
  private final Map<String, Integer> fewest = new TreeMap<>();
  private int requests;

  private DrainLoad(List<String> addresses, Map<String, Integer> ports, SwarmEngine engine) {
    this.addresses = List.copyOf(addresses);
    this.ports = new TreeMap<>(ports);
    this.engine = engine;
  }

  /** Begins, with services by name and their ports. */
  static DrainLoad on(LabSwarm lab, Map<String, Integer> ports) {
    DrainLoad load =
        new DrainLoad(lab.nodes().stream().map(lab::address).toList(), ports, lab.swarm());
    load.count();
    load.start(PAUSE_MILLIS, load::request);
    load.start(LOOK_MILLIS, load::count);
    return load;
  }

  private void start(int pauseMillis, Runnable round) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (!end.await(pauseMillis, TimeUnit.MILLISECONDS)) {
                  round.run();
                }
              } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
  }

  private void request() {
    List<String> services = List.copyOf(ports.keySet());
    String service = services.get(requests % services.size());
    int first = requests / services.size();
    requests++;
    for (int turn = 0; turn < addresses.size(); turn++) {
      String address = addresses.get((first + turn) % addresses.size());
      if (isAnswered(address, ports.getOrDefault(service, 0))) {
        return;
      }
    }
    failures.merge(service, 1, Integer::sum);
  }

  private static boolean isAnswered(String address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write("GET /health HTTP/1.1\r\n\r\n".getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      return answer.startsWith("HTTP/1.1 200") && answer.stripTrailing().endsWith("ok");
    } catch (IOException refusedOrCutOff) {
      return false;
    }
  }

  private void count() {
    Map<ResourceId, Integer> running = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    engine.tasks(TaskQuery.all()).stream()
        .filter(Task::isRunning)
        .forEach(task -> running.merge(task.service(), 1, Integer::sum));
    for (Resource service : engine.list(ResourceKind.SERVICE, Selector.all())) {
      fewest.merge(service.name(), running.getOrDefault(service.id(), 0), Math::min);
    }
  }

  /** Ends it; from here on it can be asked what it has seen. */
  void end() {
    end.countDown();
    threads.forEach(
        thread -> {
          try {
            thread.join();
          } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
          }
        });
  }

  int requests() {
    return requests;
  }

  /** How many requests to these services were answered by no node. */
  int failures(String... services) {
    return Arrays.stream(services).mapToInt(each -> failures.getOrDefault(each, 0)).sum();
  }

  /** The fewest tasks that ran at any time, by service. */
  Map<String, Integer> fewest() {
    return fewest;
  }

  /** Prints the figures in one line. */
  void print(String what) {
    SummaryLine.print(
        "drain under load, %s: %d requests, failed %s; fewest running tasks %s",
        what, requests, failures, fewest);
  }
}
