package dev.swarmha.deploy.placement;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.Node;
import dev.swarmha.wait.PlacementConstraints.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The questions that Swarm's scheduler asks of each node before it gives it a task, in its order;
 * the first that a node fails is the one that the Engine counts (swarmkit {@code
 * manager/scheduler/filter.go} and {@code pipeline.go}).
 */
public enum SchedulerFilter {
  READY("ready", "not available for new tasks") {
    @Override
    List<String> objections(TaskNeeds needs, NodeLoad load) {
      Node node = load.node();
      if (!node.isReady()) {
        return List.of("it is " + lower(node.state()));
      }
      return node.availability() == Node.Availability.ACTIVE
          ? List.of()
          : List.of("its availability is " + lower(node.availability()));
    }

    @Override
    String count(int nodes) {
      return nodes == 1 ? "1 node " + engineWords : nodes + " nodes " + engineWords;
    }
  },
  RESOURCES("resources", "insufficient resources") {
    @Override
    boolean accepts(TaskNeeds needs, NodeLoad load) {
      return needs.reserved().isNone() || needs.reserved().fitsInto(load.free());
    }

    @Override
    List<String> objections(TaskNeeds needs, NodeLoad load) {
      return needs.reserved().isNone()
          ? List.of()
          : Shortage.words(needs.reserved(), load.free(), load.node().description().capacity());
    }
  },
  PLUGINS("plugins", "missing plugin") {
    @Override
    List<String> objections(TaskNeeds needs, NodeLoad load) {
      return needs.plugins().isEmpty()
          ? List.of()
          : PluginCheck.missing(needs.plugins(), load.node().description().plugins());
    }
  },
  CONSTRAINTS("constraints", "scheduling constraints not satisfied") {
    @Override
    boolean accepts(TaskNeeds needs, NodeLoad load) {
      return needs.constraints().match(load.node()) != Match.FAIL;
    }

    @Override
    List<String> objections(TaskNeeds needs, NodeLoad load) {
      return needs.constraints().unmet(load.node()).stream().map(ConstraintText::of).toList();
    }
  },
  PLATFORM("platform", "unsupported platform") {
    @Override
    List<String> objections(TaskNeeds needs, NodeLoad load) {
      List<Platform> wanted = needs.platforms();
      if (wanted.isEmpty()) {
        return List.of();
      }
      Platform own = Platform.of(load.node());
      return wanted.stream().anyMatch(each -> each.includes(own))
          ? List.of()
          : List.of("it is " + own + ", and the image is for " + joined(wanted));
    }
  },
  HOST_PORTS("hostPorts", "host-mode port already in use") {
    @Override
    List<String> objections(TaskNeeds needs, NodeLoad load) {
      if (needs.hostPorts().isEmpty()) {
        return List.of();
      }
      List<String> held = new ArrayList<>();
      needs.hostPorts().stream()
          .sorted((one, other) -> Integer.compare(one.published(), other.published()))
          .forEach(
              port ->
                  load.holder(port)
                      .ifPresent(task -> held.add("port " + port + " is held by " + task)));
      return held;
    }
  },
  MAX_REPLICAS("maxReplicas", "max replicas per node limit exceed") {
    @Override
    List<String> objections(TaskNeeds needs, NodeLoad load) {
      if (needs.maxReplicas() == 0) {
        return List.of();
      }
      long there = needs.service().map(load::countOf).orElse(0L);
      return there < needs.maxReplicas()
          ? List.of()
          : List.of(
              "it has " + there + " of its tasks, of at most " + needs.maxReplicas() + " per node");
    }

    @Override
    String count(int nodes) {
      return engineWords;
    }
  };

  private final String word;
  final String engineWords;

  SchedulerFilter(String word, String engineWords) {
    this.word = requireNonNull(word, "word");
    this.engineWords = requireNonNull(engineWords, "engineWords");
  }

  /** Its name for machines. */
  public String word() {
    return word;
  }

  /** Whether nothing speaks against the node; the same as no objections, in less time. */
  boolean accepts(TaskNeeds needs, NodeLoad load) {
    return objections(needs, load).isEmpty();
  }

  /** What speaks against the node, with the figures; empty where nothing does. */
  abstract List<String> objections(TaskNeeds needs, NodeLoad load);

  /** The Engine's words for this many nodes that fail here first. */
  String count(int nodes) {
    return engineWords + (nodes == 1 ? " on 1 node" : " on " + nodes + " nodes");
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String joined(List<Platform> platforms) {
    return String.join(", ", platforms.stream().map(Platform::toString).toList());
  }
}
