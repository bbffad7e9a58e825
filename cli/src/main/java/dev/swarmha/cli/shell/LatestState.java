package dev.swarmha.cli.shell;

import static java.util.Objects.requireNonNull;

import dev.swarmha.cli.complete.SharedConnection;
import dev.swarmha.engine.EngineException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How the swarm stood when it was last looked at. A prompt waits for that, but not for long. */
public final class LatestState {

  /** The connection has to be made first, and much of this program to be loaded. */
  private static final Duration AT_FIRST = Duration.ofSeconds(2);

  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final SharedConnection connection;
  private final Executor executor;
  private SwarmState last = SwarmState.UNKNOWN;
  private boolean first = true;
  private CompletableFuture<SwarmState> look;

  /**
   * Looks for the first time.
   *
   * @param executor asks beside the thread of the user
   */
  public LatestState(SharedConnection connection, Executor executor) {
    this.connection = requireNonNull(connection, "connection");
    this.executor = requireNonNull(executor, "executor");
    this.look = begin();
  }

  private CompletableFuture<SwarmState> begin() {
    return CompletableFuture.supplyAsync(this::ask, executor);
  }

  private SwarmState ask() {
    try {
      return connection.ask(SwarmState::of);
    } catch (EngineException trouble) {
      return SwarmState.of(trouble);
    }
  }

  /** Looks anew, unless somebody still does. */
  public void refresh() {
    if (look.isDone()) {
      look = begin();
    }
  }

  /** How it stands, or stood. */
  public SwarmState get() {
    Duration patience = first ? AT_FIRST : PATIENCE;
    first = false;
    try {
      last = look.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException untold) {
      last = new SwarmState(last.place(), SwarmState.UNKNOWN.troubles());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return last;
  }
}
