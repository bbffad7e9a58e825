package dev.swarmha.deploy.cluster.declared;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.cluster.declared.Survey.Answer;
import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.stack.cluster.ClusterMachine;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A machine of the file and the node that it is in the swarm.
 *
 * @param node empty where it is in no swarm, or cannot be recognised while it does not answer
 */
record Member(Answer answer, Optional<Node> node) {

  Member {
    requireNonNull(answer, "answer");
    requireNonNull(node, "node");
  }

  ClusterMachine machine() {
    return answer.machine();
  }

  /** The members in the order of the file; those that answer choose their nodes first. */
  static List<Member> of(Survey survey, List<Node> nodes) {
    Set<ResourceId> taken = new HashSet<>();
    survey.answers().stream()
        .flatMap(answer -> answer.info().flatMap(EngineInfo::node).stream())
        .forEach(taken::add);
    List<Member> members = new ArrayList<>();
    for (Answer answer : survey.answers()) {
      Optional<Node> node =
          answer.info().isPresent()
              ? answer.info().flatMap(EngineInfo::node).flatMap(id -> byId(nodes, id))
              : recognised(answer.machine(), nodes, taken);
      node.map(Node::id).ifPresent(taken::add);
      members.add(new Member(answer, node));
    }
    return members;
  }

  private static Optional<Node> byId(List<Node> nodes, ResourceId id) {
    return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
  }

  /** A machine that does not answer: by its host name or its address, if just one node has it. */
  private static Optional<Node> recognised(
      ClusterMachine machine, List<Node> nodes, Set<ResourceId> taken) {
    List<Node> free = nodes.stream().filter(node -> !taken.contains(node.id())).toList();
    Optional<Node> named =
        machine.name().flatMap(name -> only(free, node -> node.hostname().equals(name)));
    return named.or(
        () -> address(machine).flatMap(known -> only(free, node -> node.address().equals(known))));
  }

  private static Optional<Node> only(List<Node> nodes, Predicate<Node> condition) {
    List<Node> found = nodes.stream().filter(condition).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** The address that a machine should have in the swarm, as far as the file tells. */
  static Optional<String> address(ClusterMachine machine) {
    Optional<String> advertised =
        machine.addresses().advertise().map(text -> text.replaceFirst(":\\d+$", ""));
    return advertised.or(() -> machine.access().host().flatMap(Member::hostOf));
  }

  private static Optional<String> hostOf(String url) {
    try {
      return Optional.ofNullable(URI.create(url).getHost());
    } catch (IllegalArgumentException notAUrl) {
      return Optional.empty();
    }
  }

  /**
   * Whether a node is what this machine was before it lost its place: of the same host name, and
   * not at another address.
   */
  boolean wasBefore(Node other) {
    Optional<String> hostname = answer.info().map(EngineInfo::hostname);
    boolean sameName = hostname.filter(other.hostname()::equals).isPresent();
    boolean isItself = node.map(Node::id).filter(other.id()::equals).isPresent();
    Optional<String> own = node.map(Node::address).or(() -> address(machine()));
    // A name instead of an address in the file says nothing.
    boolean comparable = own.filter(text -> text.matches("[0-9.]+|.*:.*")).isPresent();
    boolean elsewhere = comparable && !own.equals(Optional.of(other.address()));
    return sameName && !isItself && !elsewhere;
  }
}
