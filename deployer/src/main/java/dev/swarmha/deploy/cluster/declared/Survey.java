package dev.swarmha.deploy.cluster.declared;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.EngineInfo.Membership;
import dev.swarmha.stack.cluster.ClusterMachine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the machines of a cluster have said of themselves, in the order of the file. */
public record Survey(List<Answer> answers) {

  public Survey {
    answers = List.copyOf(answers);
  }

  List<Answer> of(Membership membership) {
    return answers.stream().filter(answer -> answer.is(membership)).toList();
  }

  /**
   * What one machine has said.
   *
   * @param info empty where it has not answered
   * @param trouble why it has not
   */
  public record Answer(ClusterMachine machine, Optional<EngineInfo> info, String trouble) {
    public Answer {
      requireNonNull(machine, "machine");
      requireNonNull(info, "info");
      requireNonNull(trouble, "trouble");
    }

    public boolean is(Membership membership) {
      return info.filter(known -> known.membership() == membership).isPresent();
    }

    /** How messages call the machine: by its host name, where that is known, and its endpoint. */
    public String name() {
      return info.map(EngineInfo::hostname)
          .filter(hostname -> !hostname.isEmpty())
          .map(hostname -> hostname + " (" + machine.access() + ")")
          .orElseGet(machine::toString);
    }

    /** The short name: the host name where that is known. */
    String shortName() {
      return info.map(EngineInfo::hostname)
          .filter(hostname -> !hostname.isEmpty())
          .or(machine::name)
          .orElseGet(() -> machine.access().toString());
    }

    /** The managers that it knows, for messages. */
    String managers() {
      return info.map(EngineInfo::managers)
          .filter(known -> !known.isEmpty())
          .map(known -> " (managers: " + String.join(", ", known) + ")")
          .orElse("");
    }

    /** The membership in words. */
    String word() {
      return info.map(known -> known.membership().name().toLowerCase(Locale.ROOT))
          .orElse("unreachable");
    }
  }
}
