package dev.swarmha.engine.testkit.cluster;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Amounts;
import dev.swarmha.engine.testkit.state.StoredNode;
import dev.swarmha.engine.testkit.state.StoredTask;
import java.util.Map;

/**
 * The reasons for which a node cannot take a task, in the order in which they are asked, with the
 * Engine's words (swarmkit {@code manager/scheduler/filter.go}).
 */
enum NodeFilter {
  READY("not available for new tasks") {
    @Override
    boolean accepts(StoredNode node, StoredTask task, NodeLoad load) {
      return node.mayTakeTasks();
    }

    @Override
    String explain(int nodes) {
      return nodes == 1 ? "1 node " + words : nodes + " nodes " + words;
    }
  },
  RESOURCES("insufficient resources") {
    @Override
    boolean accepts(StoredNode node, StoredTask task, NodeLoad load) {
      Amounts needed = task.spec().reservations();
      return needed.isNone() || needed.fitsInto(load.free(node));
    }
  },
  CONSTRAINTS("scheduling constraints not satisfied") {
    @Override
    boolean accepts(StoredNode node, StoredTask task, NodeLoad load) {
      return Nodes.satisfies(node, task);
    }
  },
  PLATFORM("unsupported platform") {
    @Override
    boolean accepts(StoredNode node, StoredTask task, NodeLoad load) {
      return task.spec().platforms().isEmpty()
          || task.spec().platforms().stream().anyMatch(platform -> runs(node, platform));
    }
  },
  HOST_PORT("host-mode port already in use") {
    @Override
    boolean accepts(StoredNode node, StoredTask task, NodeLoad load) {
      return task.hostPorts().stream()
          .noneMatch(port -> load.openPorts(node).stream().anyMatch(port::collidesWith));
    }
  },
  MAX_REPLICAS("max replicas per node limit exceed") {
    @Override
    boolean accepts(StoredNode node, StoredTask task, NodeLoad load) {
      long limit = task.spec().maxReplicas();
      return limit == 0 || load.wantedOf(node, task.service()) < limit;
    }

    @Override
    String explain(int nodes) {
      return words;
    }
  };

  private static final Map<String, String> ARCHITECTURES =
      Map.of("x86_64", "amd64", "aarch64", "arm64");

  final String words;

  NodeFilter(String words) {
    this.words = words;
  }

  abstract boolean accepts(StoredNode node, StoredTask task, NodeLoad load);

  /** Why this many nodes were passed over. */
  String explain(int nodes) {
    return words + (nodes == 1 ? " on 1 node" : " on " + nodes + " nodes");
  }

  private static boolean runs(StoredNode node, Mapping platform) {
    String os = platform.text("OS").orElse("");
    String architecture = platform.text("Architecture").orElse("");
    boolean sameOs = os.isEmpty() || os.equals(node.host().description().os());
    return sameOs
        && (architecture.isEmpty()
            || normal(architecture).equals(normal(node.host().description().architecture())));
  }

  private static String normal(String architecture) {
    return ARCHITECTURES.getOrDefault(architecture, architecture);
  }
}
