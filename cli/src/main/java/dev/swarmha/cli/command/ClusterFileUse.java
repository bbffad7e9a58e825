package dev.swarmha.cli.command;

import dev.swarmha.cli.error.WrongFileException;
import dev.swarmha.deploy.cluster.declared.ApplyCluster;
import dev.swarmha.deploy.cluster.declared.DesiredCluster;
import dev.swarmha.deploy.cluster.declared.LoadCluster.LoadedCluster;
import dev.swarmha.deploy.cluster.declared.OpenMachines;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.docker.endpoint.EndpointException;
import dev.swarmha.engine.docker.endpoint.EndpointOptions;
import dev.swarmha.engine.docker.endpoint.EndpointOptions.TlsOptions;
import dev.swarmha.stack.cluster.Access;
import dev.swarmha.stack.cluster.Access.TlsMaterial;
import dev.swarmha.stack.cluster.ClusterMachine;
import dev.swarmha.stack.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The file of a cluster, and connections to the machines that it names. */
final class ClusterFileUse {

  private final UseCases useCases;

  ClusterFileUse(UseCases useCases) {
    this.useCases = useCases;
  }

  /** A file that has been read, and how it can be applied. */
  record Opened(DesiredCluster cluster, OpenMachines machines, ApplyCluster apply) {

    /** The swarm through any of the managers that the file names. */
    EngineConnection swarm(UseCases useCases) {
      return machines.swarm(cluster.file().managers(), useCases.surroundings().timeline());
    }
  }

  /**
   * Does something with a file and its machines, and closes the connections.
   *
   * @throws WrongFileException when something is wrong with the file, the endpoints included
   */
  <T> T with(String file, Function<Opened, T> use) {
    LoadedCluster loaded = useCases.files().cluster(file);
    try (OpenMachines machines = open(loaded)) {
      return use.apply(new Opened(loaded.cluster(), machines, useCases.cluster().apply(machines)));
    }
  }

  private OpenMachines open(LoadedCluster loaded) {
    Map<ClusterMachine, EngineConnection> connections = new LinkedHashMap<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (ClusterMachine machine : loaded.cluster().file().machines()) {
      try {
        EndpointOptions options = options(machine.access(), loaded.directory());
        connections.put(machine, useCases.surroundings().engines().single(options));
      } catch (EndpointException wrong) {
        problems.add(
            Diagnostic.error(
                "endpoint", machine.origin(), machine.path(), String.valueOf(wrong.getMessage())));
      }
    }
    OpenMachines machines = new OpenMachines(connections);
    if (!problems.isEmpty()) {
      machines.close();
      throw new WrongFileException(problems);
    }
    return machines;
  }

  /** What would have to stand on the command line to reach this machine alone. */
  private static EndpointOptions options(Access access, Path directory) {
    TlsOptions tls = access.tls().map(files -> tls(files, directory)).orElse(TlsOptions.NONE);
    return new EndpointOptions(
        access.host().stream().toList(), access.context().stream().toList(), tls);
  }

  private static TlsOptions tls(TlsMaterial files, Path directory) {
    return new TlsOptions(
        Optional.of(true),
        Optional.of(directory.resolve(files.ca())),
        files.certificate().map(directory::resolve),
        files.key().map(directory::resolve));
  }
}
