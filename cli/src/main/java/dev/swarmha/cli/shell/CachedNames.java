package dev.swarmha.cli.shell;

import static java.util.Objects.requireNonNull;

import dev.swarmha.cli.complete.Candidate;
import dev.swarmha.cli.complete.LiveNames;
import dev.swarmha.cli.complete.NameKind;
import dev.swarmha.cli.complete.NameQuery;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The names as they were when somebody last told them. Who asks gets an answer at once, however
 * long the Engine takes, and sets a look at the swarm going, whose answer is for the next.
 */
public final class CachedNames implements LiveNames {

  /** One completion asks for three kinds at the most, and has 100 ms. */
  private static final Duration PATIENCE = Duration.ofMillis(25);

  private static final List<NameKind> USUAL =
      List.of(NameKind.STACK, NameKind.SERVICE, NameKind.NODE, NameKind.SECRET, NameKind.CONFIG);

  private final LiveNames names;
  private final Executor executor;
  private final Map<NameQuery, List<Candidate>> known = new ConcurrentHashMap<>();
  private final Map<NameQuery, CompletableFuture<Void>> asked = new HashMap<>();

  /**
   * Remembers what names are told.
   *
   * @param executor asks beside the thread of the user
   */
  public CachedNames(LiveNames names, Executor executor) {
    this.names = requireNonNull(names, "names");
    this.executor = requireNonNull(executor, "executor");
  }

  @Override
  public List<Candidate> of(NameQuery query) {
    ask(query);
    if (!known.containsKey(query)) {
      await(answer(query));
    }
    return known.getOrDefault(query, List.of());
  }

  /** Looks at everything anew that anybody has asked for, or will. */
  public void refresh() {
    USUAL.forEach(kind -> ask(NameQuery.of(kind)));
    known.keySet().forEach(this::ask);
  }

  /** A question that is under way is not asked again. */
  private synchronized void ask(NameQuery query) {
    CompletableFuture<Void> before = asked.get(query);
    if (before == null || before.isDone()) {
      asked.put(
          query, CompletableFuture.runAsync(() -> known.put(query, names.of(query)), executor));
    }
  }

  private synchronized CompletableFuture<Void> answer(NameQuery query) {
    return requireNonNull(asked.get(query), "it has been asked");
  }

  private static void await(CompletableFuture<Void> answer) {
    try {
      answer.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException untold) {
      // What is known has to do: nothing yet.
    }
  }
}
