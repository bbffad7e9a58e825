package dev.swarmha.lab;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** The same thing done to several nodes at once. */
final class Parallel {

  private Parallel() {}

  /** Returns when all are done, well or not; what went wrong is in the exception, suppressed. */
  static void forEach(Collection<String> nodes, Consumer<String> task) {
    ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, nodes.size()));
    List<Future<?>> results = new ArrayList<>();
    nodes.forEach(node -> results.add(threads.submit(() -> task.accept(node))));
    threads.shutdown();
    IllegalStateException failure = new IllegalStateException("not done on every node");
    for (Future<?> result : results) {
      try {
        result.get();
      } catch (ExecutionException trouble) {
        failure.addSuppressed(trouble.getCause());
      } catch (InterruptedException interrupted) {
        threads.shutdownNow();
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", interrupted);
      }
    }
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }
}
