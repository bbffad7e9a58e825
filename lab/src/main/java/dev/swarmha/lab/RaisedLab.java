package dev.swarmha.lab;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A lab that is up: the Engines behind every {@link LabSwarm} of its shape. */
final class RaisedLab {

  /** The root file system whose Engine is used instead of this machine's, if it is set. */
  private static final String ENGINE = "lab.engine";

  private final SwarmScript script;
  private final Shape shape;
  private final Map<String, String> endpoints = new TreeMap<>();
  private boolean atFullStrength;

  RaisedLab(SwarmScript script, Shape shape) {
    this.script = requireNonNull(script, "script");
    this.shape = requireNonNull(shape, "shape");
  }

  Project project() {
    return script.project();
  }

  /** What {@code lab/swarm} calls it. */
  String name() {
    return script.lab();
  }

  Shape shape() {
    return shape;
  }

  /** Where the outputs of a command go that serves no test in particular. */
  Path record(String name) {
    return project().records(script.lab()).resolve(name);
  }

  /** Raises it, or starts what is dead, heals what is cut off, and removes what was added. */
  void bringToFullStrength() {
    if (atFullStrength) {
      return;
    }
    script.run(record("up"), up());
    for (String node : nodes()) {
      if (!shape.nodes().contains(node)) {
        run(record("remove"), "remove", node);
      }
    }
    atFullStrength = true;
  }

  /** Takes it down with all that is in it, and raises one like it. */
  void raiseAnew() {
    script.run(record("down"), List.of("down"));
    synchronized (this) {
      endpoints.clear();
    }
    atFullStrength = false;
    bringToFullStrength();
  }

  private List<String> up() {
    List<String> words = new ArrayList<>(shape.up());
    String engine = System.getProperty(ENGINE, "");
    if (!engine.isEmpty()) {
      words.addAll(List.of("--engine", engine));
    }
    return words;
  }

  /** The names of all nodes, those included that a test has added. */
  synchronized Set<String> nodes() {
    endpoints.clear();
    for (JsonNode node : run(record("ls"), "ls", "--json").json()) {
      endpoints.put(node.path("name").asText(), node.path("endpoint").asText());
    }
    return Set.copyOf(endpoints.keySet());
  }

  /** The endpoint of a node, {@code tcp://ADDRESS:PORT}; it stays as long as the node is there. */
  synchronized String endpoint(String node) {
    if (!endpoints.containsKey(node) && !nodes().contains(node)) {
      throw new IllegalArgumentException("there is no node " + node);
    }
    return requireNonNull(endpoints.get(node), node);
  }

  /** Somebody else may do something to its nodes, which has to be undone after the test. */
  void mayBeHarmed() {
    atFullStrength = false;
  }

  /** Does something to a node that has to be undone after the test. */
  void harm(Path record, String what, String node) {
    atFullStrength = false;
    run(record, what, node);
  }

  Finished run(Path record, String... arguments) {
    return script.run(record, List.of(arguments));
  }

  /** Runs something that need not succeed. */
  Finished attempt(Path record, List<String> arguments) {
    return script.command(arguments).run(record);
  }

  Finished down() {
    return attempt(record("down"), List.of("down"));
  }
}
