package dev.swarmha.cli.complete;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The names that somebody tells in time. Who fails, or keeps the user waiting, is not asked again:
 * there are no names then.
 */
public final class PromptNames implements LiveNames {

  private final LiveNames names;
  private final Executor executor;
  private final Duration patience;
  private boolean silent;

  /**
   * Waits so long for one answer.
   *
   * @param executor runs questions beside the thread that asks; they may never end
   */
  public PromptNames(LiveNames names, Executor executor, Duration patience) {
    this.names = requireNonNull(names, "names");
    this.executor = requireNonNull(executor, "executor");
    this.patience = requireNonNull(patience, "patience");
  }

  @Override
  public List<Candidate> of(NameQuery query) {
    if (silent) {
      return List.of();
    }
    try {
      return CompletableFuture.supplyAsync(() -> names.of(query), executor)
          .get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException untold) {
      silent = true;
      return List.of();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      silent = true;
      return List.of();
    }
  }
}
