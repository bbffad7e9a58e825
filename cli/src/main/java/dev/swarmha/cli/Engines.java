package dev.swarmha.cli;

import dev.swarmha.cli.command.Surroundings;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.docker.DockerEngine;
import dev.swarmha.engine.docker.endpoint.Endpoint;
import dev.swarmha.engine.docker.endpoint.EndpointOptions;
import dev.swarmha.engine.docker.endpoint.EndpointResolver;
import dev.swarmha.engine.failover.FailoverConnection;
import dev.swarmha.engine.failover.Manager;
import dev.swarmha.engine.time.Timeline;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Connections to real Engines.
 *
 * @param guard what is done before the first: from then on, interrupts are for the command
 */
record Engines(Runnable guard, Map<String, String> environment, Timeline timeline)
    implements Surroundings.Engines {

  @Override
  public EngineConnection connect(EndpointOptions options) {
    guard.run();
    return aside(options);
  }

  @Override
  public EngineConnection aside(EndpointOptions options) {
    List<Manager> managers =
        new EndpointResolver(environment)
            .resolveAll(options).stream()
                .map(endpoint -> new Manager(endpoint.toString(), to(endpoint)))
                .toList();
    return FailoverConnection.over(managers, timeline);
  }

  @Override
  public EngineConnection single(EndpointOptions options) {
    guard.run();
    return to(new EndpointResolver(environment).resolve(options));
  }

  private EngineConnection to(Endpoint endpoint) {
    return DockerEngine.connect(endpoint, environment, Logging::call);
  }

  /** Threads that keep nobody waiting once the command is done. */
  @Override
  public Executor sideBySide() {
    return Executors.newCachedThreadPool(
        task -> {
          Thread thread = new Thread(task, "machine");
          thread.setDaemon(true);
          return thread;
        });
  }
}
