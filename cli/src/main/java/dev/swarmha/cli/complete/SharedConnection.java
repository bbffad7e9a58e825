package dev.swarmha.cli.complete;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineUnreachableException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The connection for what completion and the prompt ask, one question after the other. It is opened
 * with the first one, and anew after it was broken: a manager may have been restarted meanwhile.
 */
public final class SharedConnection implements AutoCloseable {

  private final Supplier<EngineConnection> connect;
  private @Nullable EngineConnection connection;

  public SharedConnection(Supplier<EngineConnection> connect) {
    this.connect = requireNonNull(connect, "connect");
  }

  /** Asks; throws what the Engine throws. */
  public synchronized <T> T ask(Function<EngineConnection, T> question) {
    EngineConnection before = connection;
    if (before != null) {
      try {
        return question.apply(before);
      } catch (EngineUnreachableException broken) {
        close();
      }
    }
    EngineConnection open = connect.get();
    connection = open;
    try {
      return question.apply(open);
    } catch (EngineException trouble) {
      close();
      throw trouble;
    }
  }

  @Override
  public synchronized void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }
}
