package dev.swarmha.deploy.cluster.declared;

import dev.swarmha.deploy.cluster.declared.Survey.Answer;
import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.EngineInfo.Membership;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Node.ManagerStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What speaks against taking machines into a swarm, and which of them cannot be dealt with now.
 *
 * @param cluster the swarm's id; empty where it is yet to be formed
 */
record Standing(Optional<String> cluster, List<Node> nodes) {

  Standing {
    nodes = List.copyOf(nodes);
  }

  /**
   * Why nothing may be done with these machines as they are; empty where nothing speaks against.
   */
  List<String> refusals(List<Member> members) {
    List<String> refusals = new ArrayList<>();
    Map<String, Answer> known = new HashMap<>();
    for (Member member : members) {
      misnamed(member.answer()).ifPresent(refusals::add);
      foreign(member).ifPresent(refusals::add);
      member
          .answer()
          .info()
          .flatMap(EngineInfo::node)
          .map(id -> Optional.ofNullable(known.putIfAbsent(id.value(), member.answer())))
          .flatMap(first -> first)
          .ifPresent(
              first ->
                  refusals.add(
                      first.machine()
                          + " and "
                          + member.machine()
                          + " are the same Engine; leave one of them out of the file"));
    }
    return refusals;
  }

  private static Optional<String> misnamed(Answer answer) {
    Optional<String> told = answer.info().map(EngineInfo::hostname);
    Optional<String> expected = answer.machine().name();
    boolean other = told.isPresent() && expected.isPresent() && !told.equals(expected);
    return other
        ? Optional.of(
            "the machine at "
                + answer.machine().access()
                + " is "
                + told.get()
                + ", and the file calls it "
                + expected.get()
                + "; correct the one or the other")
        : Optional.empty();
  }

  private Optional<String> foreign(Member member) {
    Answer answer = member.answer();
    boolean active = answer.is(Membership.MANAGER) || answer.is(Membership.WORKER);
    if (!active || member.node().isPresent()) {
      return Optional.empty();
    }
    if (answer.info().flatMap(EngineInfo::cluster).equals(cluster) && cluster.isPresent()) {
      return Optional.empty();
    }
    String leave = "swarmha --host URL leave" + (answer.is(Membership.MANAGER) ? " --force" : "");
    return Optional.of(
        knowsOurManagers(answer)
            ? answer.name()
                + " takes itself for a "
                + answer.word()
                + " of this swarm, which has struck it off; have it leave first: "
                + leave
            : answer.name()
                + " is a "
                + answer.word()
                + " of another swarm"
                + answer.managers()
                + "; it is not taken from there: leave it out of the file, or have it leave first: "
                + leave);
  }

  private boolean knowsOurManagers(Answer answer) {
    List<String> ours =
        nodes.stream()
            .flatMap(node -> node.managerStatus().stream())
            .map(ManagerStatus::address)
            .toList();
    return answer.info().map(EngineInfo::managers).orElse(List.of()).stream()
        .anyMatch(ours::contains);
  }

  /** Why a machine cannot be dealt with now; empty where it can. */
  static Optional<String> trouble(Answer answer) {
    if (answer.info().isEmpty()) {
      return Optional.of(answer.name() + " does not answer: " + answer.trouble());
    }
    EngineInfo info = answer.info().get();
    return switch (info.membership()) {
      case INACTIVE, WORKER, MANAGER -> Optional.empty();
      case LOCKED ->
          Optional.of(
              answer.name()
                  + " is a locked manager; unlock it, and apply again: docker swarm"
                  + " unlock");
      case PENDING ->
          Optional.of(answer.name() + " is still joining a swarm; apply again when it has");
      case ERROR, UNKNOWN ->
          Optional.of(
              answer.name()
                  + " has lost its place ("
                  + answer.word()
                  + (info.error().isEmpty() ? "" : ": " + info.error())
                  + "); have it leave, and apply again: swarmha --host URL leave --force");
    };
  }
}
