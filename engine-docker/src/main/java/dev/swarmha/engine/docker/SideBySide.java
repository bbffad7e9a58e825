package dev.swarmha.engine.docker;

import dev.swarmha.engine.EngineInterruptedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** The same question about a few things, asked at once, each in a thread of its own. */
final class SideBySide {

  private SideBySide() {}

  /**
   * The answers, in the order of the things.
   *
   * @throws EngineInterruptedException when the calling thread is interrupted; nothing is asked any
   *     more then
   */
  static <T, R> List<R> ask(List<T> things, Function<T, R> question) {
    if (things.size() < 2) {
      return things.stream().map(question).toList();
    }
    ExecutorService threads = Executors.newFixedThreadPool(things.size());
    try {
      List<Future<R>> asked = new ArrayList<>();
      things.forEach(thing -> asked.add(threads.submit(() -> question.apply(thing))));
      return answers(asked);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <R> List<R> answers(List<Future<R>> asked) {
    List<R> answers = new ArrayList<>();
    for (Future<R> each : asked) {
      try {
        answers.add(each.get());
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new EngineInterruptedException("interrupted while waiting for answers", interrupted);
      } catch (ExecutionException failed) {
        throw failed.getCause() instanceof RuntimeException trouble
            ? trouble
            : new IllegalStateException(failed.getCause());
      }
    }
    return answers;
  }
}
