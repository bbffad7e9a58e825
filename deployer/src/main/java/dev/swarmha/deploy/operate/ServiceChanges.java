package dev.swarmha.deploy.operate;

import dev.swarmha.deploy.Counted;
import dev.swarmha.deploy.operate.ServiceChange.Decision;
import dev.swarmha.deploy.plan.ReplicaMemory;
import dev.swarmha.deploy.plan.Replicas;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.FieldChange;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Resource;
import java.util.Optional;

/**
 * The changes that there are. Each keeps the whole spec but for the number of replicas, what is
 * remembered of it, and the counter of forced updates.
 */
final class ServiceChanges {

  private static final DocumentPath FORCE_UPDATE = DocumentPath.of("TaskTemplate", "ForceUpdate");

  private ServiceChanges() {}

  /** So many replicas; a service that has any is not stopped any more. */
  static ServiceChange scale(int wanted) {
    return service ->
        refusal(service, Operation.SCALE)
            .orElseGet(
                () ->
                    Replicas.of(service.spec()) == wanted
                        ? new Decision.Nothing(
                            service.name() + " has " + Counted.of(wanted, "replica") + " already")
                        : rescaled(service, wanted == 0 ? service.spec() : fresh(service), wanted));
  }

  /** Every task anew, under the service's own update policy. */
  static ServiceChange restart() {
    return service -> refusal(service, Operation.RESTART).orElseGet(() -> restarted(service));
  }

  /** No replicas, remembering how many there were. */
  static ServiceChange stop() {
    return service -> refusal(service, Operation.STOP).orElseGet(() -> stopped(service));
  }

  /** As many replicas as before it was stopped. */
  static ServiceChange start() {
    return service -> refusal(service, Operation.START).orElseGet(() -> started(service));
  }

  private static Decision restarted(Resource service) {
    Mapping mode = service.spec().mapping("Mode");
    if (mode.has("Replicated") && Replicas.of(service.spec()) == 0) {
      return new Decision.Nothing(
          service.name() + " has no replicas, so there is nothing to restart");
    }
    long counter = service.spec().at(FORCE_UPDATE).flatMap(Document::asLong).orElse(0L);
    return write(service.spec(), FORCE_UPDATE, counter, counter + 1, "restart");
  }

  private static Decision stopped(Resource service) {
    long now = Replicas.of(service.spec());
    if (now == 0) {
      return new Decision.Nothing(service.name() + " is stopped already");
    }
    return rescaled(service, ReplicaMemory.remembering(service.spec(), String.valueOf(now)), 0);
  }

  private static Decision started(Resource service) {
    if (Replicas.of(service.spec()) > 0) {
      return new Decision.Nothing(
          service.name()
              + " has "
              + Counted.of((int) Replicas.of(service.spec()), "replica")
              + " already");
    }
    Optional<String> memory = ReplicaMemory.of(service.spec());
    return memory
        .flatMap(ServiceChanges::count)
        .<Decision>map(before -> rescaled(service, fresh(service), before))
        .orElseGet(() -> unknown(service, memory));
  }

  private static Decision unknown(Resource service, Optional<String> memory) {
    return new Decision.Refused(
        "it is not known how many replicas "
            + service.name()
            + " had before"
            + memory
                .map(text -> " (label " + ReplicaMemory.LABEL + ": \"" + text + "\")")
                .orElse("")
            + "; say it: swarmha scale "
            + service.name()
            + "=N");
  }

  private static Optional<Integer> count(String text) {
    try {
      return Optional.of(Integer.parseInt(text)).filter(count -> count > 0);
    } catch (NumberFormatException other) {
      return Optional.empty();
    }
  }

  private static Mapping fresh(Resource service) {
    return ReplicaMemory.forgetting(service.spec());
  }

  private static Decision rescaled(Resource service, Mapping spec, int wanted) {
    long now = Replicas.of(service.spec());
    return write(spec, Replicas.PATH, now, wanted, "replicas " + now + " -> " + wanted);
  }

  private static Decision write(
      Mapping spec, DocumentPath path, long before, long after, String cause) {
    Document changed = Document.number(after);
    FieldChange change =
        new FieldChange(path, Optional.of(Document.number(before)), Optional.of(changed));
    return new Decision.Write(spec.withAt(path, changed), change, cause);
  }

  private static Optional<Decision> refusal(Resource service, Operation operation) {
    Mapping mode = service.spec().mapping("Mode");
    if (mode.has("ReplicatedJob") || mode.has("GlobalJob")) {
      return Optional.of(new Decision.Refused(job(service, operation)));
    }
    return mode.has("Global") && operation != Operation.RESTART
        ? Optional.of(new Decision.Refused(global(service, operation)))
        : Optional.empty();
  }

  private static String job(Resource service, Operation operation) {
    String instead =
        switch (operation) {
          case SCALE -> "the stack file says how often it runs (deploy.replicas)";
          case STOP -> "to end it, remove it: docker service rm " + service.name();
          case RESTART, START ->
              "to run it once more: docker service update --force " + service.name();
        };
    return service.name()
        + " is a job, which runs until it is done and cannot be "
        + operation.past()
        + "; "
        + instead;
  }

  private static String global(Resource service, Operation operation) {
    return service.name()
        + " is a global service, which has one task on every node that it may use, and cannot be "
        + operation.past()
        + "; its placement constraints say which nodes these are";
  }
}
