package dev.swarmha.deploy.cluster.declared;

import dev.swarmha.deploy.cluster.declared.Survey.Answer;
import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.EngineInfo.Membership;
import dev.swarmha.stack.cluster.ClusterMachine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which swarm a file means: the one that its managers manage, or a new one where none of its
 * machines is in any.
 *
 * @param managers the machines to speak to it through, those that are to stay managers first; empty
 *     where it is to be formed
 * @param founder the machine that is to form it
 * @param refusals why it is neither
 */
record TargetSwarm(
    List<ClusterMachine> managers, Optional<ClusterMachine> founder, List<String> refusals) {

  TargetSwarm {
    managers = List.copyOf(managers);
    refusals = List.copyOf(refusals);
  }

  static TargetSwarm of(Survey survey) {
    Map<String, List<Answer>> swarms = swarms(survey);
    if (swarms.size() > 1) {
      return refused(different(swarms));
    }
    if (!swarms.isEmpty()) {
      String cluster = swarms.keySet().iterator().next();
      return new TargetSwarm(speakers(survey, cluster), Optional.empty(), List.of());
    }
    return founded(survey);
  }

  /** The swarms that those machines manage that are to be managers, by their ids. */
  private static Map<String, List<Answer>> swarms(Survey survey) {
    Map<String, List<Answer>> swarms = new LinkedHashMap<>();
    survey.of(Membership.MANAGER).stream()
        .filter(answer -> answer.machine().manager())
        .forEach(
            answer ->
                answer
                    .info()
                    .flatMap(EngineInfo::cluster)
                    .ifPresent(
                        id -> swarms.computeIfAbsent(id, any -> new ArrayList<>()).add(answer)));
    return swarms;
  }

  private static List<ClusterMachine> speakers(Survey survey, String cluster) {
    return survey.answers().stream()
        .filter(
            answer ->
                answer.info().flatMap(EngineInfo::cluster).filter(cluster::equals).isPresent())
        .map(Answer::machine)
        .toList();
  }

  private static String different(Map<String, List<Answer>> swarms) {
    List<String> each = new ArrayList<>();
    swarms.forEach(
        (id, answers) ->
            each.add(
                String.join(", ", answers.stream().map(Answer::name).toList())
                    + " of swarm "
                    + id));
    return "the machines are managers of different swarms: "
        + String.join("; ", each)
        + "; none is taken from its swarm: leave those that are wrong out of the file, or have them"
        + " leave first: swarmha --host URL leave --force";
  }

  private static TargetSwarm founded(Survey survey) {
    List<String> refusals = new ArrayList<>();
    for (Answer answer : survey.answers()) {
      answer.info().flatMap(info -> doubt(answer, info)).ifPresent(refusals::add);
    }
    Optional<ClusterMachine> founder =
        survey.of(Membership.INACTIVE).stream()
            .map(Answer::machine)
            .filter(ClusterMachine::manager)
            .findFirst();
    if (refusals.isEmpty() && founder.isEmpty()) {
      List<String> away =
          survey.answers().stream()
              .filter(answer -> answer.machine().manager())
              .map(answer -> answer.name() + ": " + answer.trouble())
              .toList();
      refusals.add("none of the managers answers: " + String.join("; ", away));
    }
    return new TargetSwarm(List.of(), refusals.isEmpty() ? founder : Optional.empty(), refusals);
  }

  /** A machine that belongs to some swarm keeps a second one from being formed beside it. */
  private static Optional<String> doubt(Answer answer, EngineInfo info) {
    return switch (info.membership()) {
      case INACTIVE -> Optional.empty();
      case MANAGER ->
          Optional.of(
              info.cluster().isPresent()
                  ? answer.name()
                      + " is a manager of a swarm that no manager of the file is in; it is not taken"
                      + " from there: leave it out of the file, or have it leave first: swarmha"
                      + " --host URL leave --force"
                  : answer.name()
                      + " is a manager of a swarm that has no leader: "
                      + info.error()
                      + "; bring the other managers back first");
      case WORKER ->
          Optional.of(
              answer.name()
                  + " is a worker of a swarm"
                  + answer.managers()
                  + " of which no manager in the file can be reached; bring those back, or have it"
                  + " leave first: swarmha --host URL leave");
      case LOCKED ->
          Optional.of(
              answer.name()
                  + " is a locked manager of a swarm; unlock it first: docker swarm unlock");
      case PENDING, ERROR, UNKNOWN ->
          Optional.of(
              answer.name()
                  + " is in a swarm or on its way into one ("
                  + answer.word()
                  + (info.error().isEmpty() ? "" : ": " + info.error())
                  + "); have it leave first: swarmha --host URL leave --force");
    };
  }

  private static TargetSwarm refused(String refusal) {
    return new TargetSwarm(List.of(), Optional.empty(), List.of(refusal));
  }
}
