package dev.swarmha.deploy.plan;

import dev.swarmha.document.Document;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.Snapshot;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold of the swarm before a stack is deployed to it; every breach with what to do. */
final class Preconditions {

  private Preconditions() {}

  static List<String> problems(DesiredStack desired, Snapshot snapshot) {
    Set<String> problems = new LinkedHashSet<>();
    for (ResourceRef external : desired.externals()) {
      if (snapshot.find(external.kind(), external.name()).isEmpty()) {
        problems.add(missing(external));
      }
    }
    for (DesiredResource wanted : desired.resources()) {
      snapshot
          .find(wanted.ref().kind(), wanted.ref().name())
          .flatMap(observed -> conflict(desired.name(), wanted, observed))
          .ifPresent(problems::add);
    }
    return List.copyOf(problems);
  }

  private static String missing(ResourceRef external) {
    String create =
        switch (external.kind()) {
          case SECRET -> "create it with: swarmha secret create " + external.name() + " FILE";
          case CONFIG -> "create it with: swarmha config create " + external.name() + " FILE";
          case NETWORK ->
              "create it with: docker network create --driver overlay " + external.name();
          case SERVICE, NODE -> "create it first";
        };
    return external + " is declared as external, but the swarm has none; " + create;
  }

  private static Optional<String> conflict(
      String stack, DesiredResource wanted, Resource observed) {
    boolean foreign = !observed.label(Selector.STACK_LABEL).equals(Optional.of(stack));
    return switch (wanted.ref().kind()) {
      case NETWORK, SERVICE -> {
        if (foreign) {
          yield Optional.of(notOurs(stack, wanted));
        }
        yield wanted.ref().kind() == ResourceKind.SERVICE
            ? modeChange(wanted, observed)
            : Optional.empty();
      }
      case SECRET, CONFIG ->
          foreign && Generations.isDerived(wanted.spec())
              ? Optional.of(notOurs(stack, wanted))
              : contentChange(wanted, observed);
      case NODE -> Optional.empty();
    };
  }

  private static String notOurs(String stack, DesiredResource wanted) {
    return wanted.ref()
        + " is there already and does not belong to stack "
        + stack
        + "; rename one of the two, or declare it as external";
  }

  private static Optional<String> modeChange(DesiredResource wanted, Resource observed) {
    Set<String> before = observed.spec().mapping("Mode").keys();
    Set<String> after = wanted.spec().mapping("Mode").keys();
    if (before.equals(after)) {
      return Optional.empty();
    }
    return Optional.of(
        wanted.ref()
            + " cannot change its mode from "
            + String.join("", before)
            + " to "
            + String.join("", after)
            + ": Swarm does not allow it; rename the service in the"
            + " file, or remove it first");
  }

  private static Optional<String> contentChange(DesiredResource wanted, Resource observed) {
    Optional<String> before = observed.spec().get("Data").flatMap(Document::asText);
    Optional<String> after =
        wanted.payload().map(data -> Base64.getEncoder().encodeToString(data.bytes()));
    if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
      return Optional.empty();
    }
    return Optional.of(
        wanted.ref()
            + " has other content than the file, and Swarm cannot change a config; deploy with"
            + " --rotate auto, or give it another name in the file (name: ...)");
  }
}
