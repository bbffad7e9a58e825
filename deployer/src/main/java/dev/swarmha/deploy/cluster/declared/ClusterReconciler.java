package dev.swarmha.deploy.cluster.declared;

import dev.swarmha.deploy.cluster.declared.ClusterPlanBuilder.Target;
import dev.swarmha.deploy.cluster.declared.ClusterStep.ChangeSettings;
import dev.swarmha.deploy.cluster.declared.ClusterStep.Init;
import dev.swarmha.deploy.cluster.declared.ClusterStep.Join;
import dev.swarmha.deploy.cluster.declared.ClusterStep.RemoveFormer;
import dev.swarmha.deploy.cluster.declared.ClusterStep.Verb;
import dev.swarmha.engine.EngineInfo.Membership;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.NodeState;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.SwarmSettings;
import dev.swarmha.stack.cluster.ClusterMachine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares a cluster with its file. What the file does not speak of is left alone: nodes that it
 * does not name, labels that it does not have, options that it leaves out.
 */
final class ClusterReconciler {

  private final DesiredCluster desired;
  private final Survey survey;
  private final TargetSwarm target;
  private final Optional<ClusterSnapshot> observed;
  private final ClusterPlanBuilder plan = new ClusterPlanBuilder();
  private final List<Node> nodes;
  private final List<Member> members;
  private final Map<ClusterMachine, Integer> joined = new HashMap<>();

  /**
   * A reconciler.
   *
   * @param observed the swarm that the file means; empty where it is yet to be formed
   */
  ClusterReconciler(
      DesiredCluster desired,
      Survey survey,
      TargetSwarm target,
      Optional<ClusterSnapshot> observed) {
    this.desired = desired;
    this.survey = survey;
    this.target = target;
    this.observed = observed;
    this.nodes = observed.map(known -> known.objects().nodes()).orElse(List.of());
    this.members = Member.of(survey, nodes);
  }

  /**
   * Compares.
   *
   * @param otherSecrets the secrets that are known to have another content in the swarm
   */
  ClusterPlan plan(Set<String> otherSecrets) {
    if (!target.refusals().isEmpty()) {
      return ClusterPlan.refused(target.refusals());
    }
    new Standing(observed.map(known -> known.settings().id()), nodes)
        .refusals(members)
        .forEach(plan::refuse);
    survey.answers().stream()
        .flatMap(answer -> Standing.trouble(answer).stream())
        .forEach(plan::fallShort);
    init();
    settings();
    joins(true);
    RolePlanner roles = new RolePlanner(plan, members, nodes);
    roles.promote();
    joins(false);
    List<Node> former = former();
    members.forEach(this::node);
    Set<Integer> arrived = plan.numbers(Set.of(Verb.INIT, Verb.JOIN, Verb.PROMOTE));
    formers(former, roles, arrived);
    roles.demote(arrived);
    new SharedObjects(desired, observed.map(ClusterSnapshot::objects), plan)
        .reconcile(founding(), otherSecrets);
    strangers(former);
    return plan.build();
  }

  private Set<Integer> founding() {
    return plan.numbers(Set.of(Verb.INIT));
  }

  private void init() {
    target
        .founder()
        .ifPresent(
            founder ->
                joined.put(
                    founder,
                    plan.add(
                        Verb.INIT,
                        new Target("machine", answer(founder).name()),
                        "the first manager of a new swarm",
                        Set.of(),
                        new Init(founder))));
  }

  private Survey.Answer answer(ClusterMachine machine) {
    return survey.answers().stream()
        .filter(answer -> answer.machine().equals(machine))
        .findFirst()
        .orElseThrow();
  }

  private void settings() {
    Optional<SwarmSettings> settings = observed.map(ClusterSnapshot::settings);
    SettingsChange change = new SettingsChange(desired.file().swarm());
    List<String> changes =
        settings.map(known -> change.words(known.spec())).orElseGet(change::wordsAfterInit);
    if (!changes.isEmpty()) {
      plan.add(
          Verb.UPDATE,
          new Target("swarm", "settings"),
          String.join("; ", changes),
          founding(),
          new ChangeSettings());
    }
    settings.map(change::unchangeable).ifPresent(words -> words.forEach(plan::fallShort));
  }

  private void joins(boolean managers) {
    for (Member member : members) {
      ClusterMachine machine = member.machine();
      boolean joins =
          machine.manager() == managers
              && member.answer().is(Membership.INACTIVE)
              && !joined.containsKey(machine);
      if (joins) {
        String cause = managers ? "as a manager" : "as a worker";
        joined.put(
            machine,
            plan.add(
                Verb.JOIN,
                new Target("machine", member.answer().name()),
                cause,
                founding(),
                new Join(machine)));
      }
    }
  }

  private void node(Member member) {
    Integer join = joined.get(member.machine());
    if (join != null || member.node().isPresent()) {
      new NodePlanner(plan, member).reconcile(join == null ? Set.of() : Set.of(join));
    }
  }

  /** What machines of the file were before they lost their places. */
  private List<Node> former() {
    Set<ResourceId> current = new HashSet<>();
    members.forEach(member -> member.node().map(Node::id).ifPresent(current::add));
    return nodes.stream()
        .filter(node -> !current.contains(node.id()))
        .filter(node -> successor(node).isPresent())
        .toList();
  }

  /** The machine that was this node; one that is in the swarm again was it only if that is down. */
  private Optional<Member> successor(Node node) {
    return members.stream()
        .filter(member -> member.wasBefore(node))
        .filter(member -> joined.containsKey(member.machine()) || node.state() == NodeState.DOWN)
        .filter(member -> joined.containsKey(member.machine()) || member.node().isPresent())
        .findFirst();
  }

  private void formers(List<Node> former, RolePlanner roles, Set<Integer> arrived) {
    for (Node node : former) {
      Member successor = successor(node).orElseThrow();
      if (!roles.mayLose(node)) {
        continue;
      }
      Integer join = joined.get(successor.machine());
      Set<Integer> after = new TreeSet<>(node.role() == Node.Role.MANAGER ? arrived : Set.of());
      if (join != null) {
        after.add(join);
      }
      plan.add(
          Verb.REMOVE,
          new Target("node", node.hostname() + " (" + node.id() + ")"),
          join == null
              ? "its machine is another node now"
              : "its machine joins anew, as another node",
          after,
          new RemoveFormer(successor.machine(), node.id()));
    }
  }

  private void strangers(List<Node> former) {
    Set<ResourceId> known = new HashSet<>();
    members.forEach(member -> member.node().map(Node::id).ifPresent(known::add));
    former.forEach(node -> known.add(node.id()));
    nodes.stream()
        .filter(node -> !known.contains(node.id()))
        .forEach(
            node ->
                plan.note(
                    "node "
                        + node.hostname()
                        + " at "
                        + node.address()
                        + " is in the swarm, and the file does not name it; it stays"));
  }
}
