package dev.swarmha.cli.complete;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.docker.endpoint.EndpointResolver;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The names at an endpoint, over one connection that is opened when it is needed, and anew after it
 * was broken. Throws what the Engine throws; may be used by one thread at a time.
 */
public final class EndpointNames implements LiveNames, AutoCloseable {

  private final Supplier<EngineConnection> connect;
  private final Map<String, String> environment;
  private @Nullable EngineConnection connection;

  public EndpointNames(Supplier<EngineConnection> connect, Map<String, String> environment) {
    this.connect = requireNonNull(connect, "connect");
    this.environment = Map.copyOf(environment);
  }

  @Override
  public List<Candidate> of(NameQuery query) {
    if (query.kind() == NameKind.CONTEXT) {
      return new EndpointResolver(environment).contexts().stream().map(Candidate::of).toList();
    }
    try {
      return new SwarmNames(connection().impatientSwarm()).of(query);
    } catch (EngineException trouble) {
      close();
      throw trouble;
    }
  }

  private EngineConnection connection() {
    EngineConnection open = connection;
    if (open == null) {
      open = connect.get();
      connection = open;
    }
    return open;
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }
}
