package dev.swarmha.cli.complete;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.docker.endpoint.EndpointResolver;
import java.util.List;

/**
 * The names at an endpoint, and of the contexts that lead to others. Throws what the Engine throws.
 */
public record EndpointNames(SharedConnection connection, EndpointResolver resolver)
    implements LiveNames {

  public EndpointNames {
    requireNonNull(connection, "connection");
    requireNonNull(resolver, "resolver");
  }

  @Override
  public List<Candidate> of(NameQuery query) {
    return query.kind() == NameKind.CONTEXT
        ? resolver.contexts().stream().map(Candidate::of).toList()
        : connection.ask(open -> new SwarmNames(open.impatientSwarm()).of(query));
  }
}
