package dev.swarmha.deploy.cluster.declared;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.stack.cluster.ClusterMachine;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One change of a cluster, decided beforehand.
 *
 * @param number its place in the plan, from 1
 * @param kind what it changes: {@code machine}, {@code swarm}, or a kind of object
 * @param name which one
 * @param cause why, in words
 * @param after the numbers of the steps that must have been made before
 */
public record ClusterStep(
    int number, Verb verb, String kind, String name, String cause, Set<Integer> after, Deed deed) {

  public ClusterStep {
    requireNonNull(verb, "verb");
    requireNonNull(kind, "kind");
    requireNonNull(name, "name");
    requireNonNull(cause, "cause");
    after = new TreeSet<>(after);
    requireNonNull(deed, "deed");
  }

  /** What a step does. */
  public enum Verb {
    INIT("init", "initialised"),
    JOIN("join", "joined"),
    PROMOTE("promote", "promoted"),
    DEMOTE("demote", "demoted"),
    CREATE("create", "created"),
    UPDATE("update", "updated"),
    REMOVE("remove", "removed");

    private final String word;
    private final String past;

    Verb(String word, String past) {
      this.word = word;
      this.past = past;
    }

    public String word() {
      return word;
    }

    /** The same, once it is done. */
    public String past() {
      return past;
    }
  }

  /** What is to be done, to what. */
  public sealed interface Deed {}

  /** Make a machine the first manager of a new swarm. */
  public record Init(ClusterMachine machine) implements Deed {}

  /** Join a machine to the swarm. */
  public record Join(ClusterMachine machine) implements Deed {}

  /** Make the settings of the swarm those of the file. */
  public record ChangeSettings() implements Deed {}

  /** Change the role of a node. */
  public record ChangeRole(ResourceId node, boolean manager) implements Deed {}

  /**
   * Label a node, and say whether it may have tasks.
   *
   * @param node empty where the machine has none before it has joined
   */
  public record ChangeNode(
      ClusterMachine machine,
      Optional<ResourceId> node,
      Map<String, String> labels,
      Optional<Availability> availability)
      implements Deed {
    public ChangeNode {
      labels = new TreeMap<>(labels);
    }
  }

  /** Strike off the former node of a machine that is another one now. */
  public record RemoveFormer(ClusterMachine machine, ResourceId node) implements Deed {}

  /** Make a network, a secret or a config. */
  public record Create(ResourceKind of, Mapping spec, Optional<Payload> payload) implements Deed {}

  /** Change the labels of a secret or config. */
  public record Relabel(Resource observed, Mapping spec) implements Deed {}
}
