package dev.swarmha.deploy.cluster.declared;

import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.stack.cluster.ClusterFile;
import dev.swarmha.stack.cluster.ClusterLoader;
import dev.swarmha.stack.cluster.ClusterMachine;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.StackSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Machines {@code n1}, {@code n2} ... at {@code 10.0.0.1} and so on, and files that name them. */
final class ClusterScene {

  private final InMemorySwarm swarm;
  private final List<ProgressEvent> events = new ArrayList<>();

  ClusterScene(InMemorySwarm swarm) {
    this.swarm = swarm;
  }

  static ClusterScene bare(int machines) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= machines; i++) {
      names.add("n" + i);
    }
    return new ClusterScene(InMemorySwarm.bare(names.toArray(String[]::new)));
  }

  InMemorySwarm swarm() {
    return swarm;
  }

  EngineConnection engine(String name) {
    return swarm.engine(name);
  }

  /** The nodes as the Engine of a machine shows them. */
  List<Node> nodes(String through) {
    return engine(through).swarm().nodes();
  }

  Outcome apply(String file) {
    events.clear();
    DesiredCluster desired = desired(file);
    return use(desired).run(desired, Duration.ofMinutes(5));
  }

  ClusterPlan plan(String file) throws InterruptedException {
    DesiredCluster desired = desired(file);
    return use(desired).plan(desired);
  }

  private ApplyCluster use(DesiredCluster desired) {
    Map<ClusterMachine, EngineConnection> connections = new LinkedHashMap<>();
    for (ClusterMachine machine : desired.file().machines()) {
      String host = machine.access().host().orElseThrow();
      connections.put(machine, swarm.engine(host.replace("tcp://10.0.0.", "n")));
    }
    return new ApplyCluster(
        new OpenMachines(connections), swarm.timeline(), events::add, Runnable::run);
  }

  /** The contents of secrets and configs are the names of their files. */
  private static DesiredCluster desired(String file) {
    Loaded<ClusterFile> loaded =
        new ClusterLoader(Environment.empty()).load(new StackSource("cluster.yml", file));
    ClusterFile cluster =
        loaded.value().orElseThrow(() -> new AssertionError(loaded.errors().toString()));
    return new DesiredCluster(cluster, contents(cluster.secrets()), contents(cluster.configs()));
  }

  private static Map<String, Payload> contents(Map<String, ClusterFile.Content> declared) {
    Map<String, Payload> contents = new LinkedHashMap<>();
    declared.forEach(
        (name, content) ->
            contents.put(
                name, Payload.of(content.file().orElse("").getBytes(StandardCharsets.UTF_8))));
    return contents;
  }

  /** The plan of the last apply, as people read it. */
  List<String> planned() {
    List<String> lines = new ArrayList<>();
    for (ProgressEvent event : events) {
      if (event instanceof ProgressEvent.ClusterPlanMade made) {
        lines.addAll(ClusterPlanText.steps(made.plan()));
        lines.addAll(ClusterPlanText.remarks(made.plan()));
      }
    }
    return lines;
  }

  /** What the last apply has done, in order. */
  List<String> done() {
    List<String> lines = new ArrayList<>();
    for (ProgressEvent event : events) {
      if (event instanceof ProgressEvent.ClusterStepDone step) {
        lines.add(step.step().verb().past() + " " + step.step().kind() + " " + step.step().name());
      }
    }
    return lines;
  }
}
