package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import java.util.Optional;

/**
 * Services that others want to see completed. By the compose specification a container is not
 * started again unless {@code restart} says so, where Swarm starts tasks again unless told
 * otherwise: so what somebody waits for gets the policy that the specification takes for granted,
 * and one that is to run for ever is refused, since the wait would have no end.
 */
public final class Completions {

  private static final String COMPLETED = "service_completed_successfully";
  private static final DocumentPath POLICY = DocumentPath.of("deploy", "restart_policy");

  private final Diagnostics problems;

  public Completions(Diagnostics problems) {
    this.problems = problems;
  }

  /** A merged stack in its long form, in which what is waited for can complete. */
  public Mapping apply(Mapping merged) {
    Mapping services = merged.mapping("services");
    Mapping completing = services;
    for (String dependent : services.keys()) {
      Mapping conditions = services.mapping(dependent).mapping("depends_on");
      for (String awaited : conditions.keys()) {
        boolean completes =
            conditions.mapping(awaited).text("condition").filter(COMPLETED::equals).isPresent();
        if (completes && services.has(awaited)) {
          completing =
              completing.with(awaited, completing(awaited, dependent, completing.mapping(awaited)));
        }
      }
    }
    return merged.has("services") ? merged.with("services", completing) : merged;
  }

  private Mapping completing(String name, String dependent, Mapping service) {
    if (service.mapping("deploy").text("mode").filter(mode -> mode.endsWith("-job")).isPresent()) {
      return service;
    }
    Optional<Document> condition = service.at(POLICY.child("condition"));
    if (service.at(POLICY).isEmpty()) {
      problems.add(
          Diagnostic.info(
              "one-shot",
              service.origin(),
              DocumentPath.of("services", name),
              "not started again once it has ended, since " + dependent + " waits for that"));
      return service.withAt(POLICY.child("condition"), Document.text("none"));
    }
    if (condition.flatMap(Document::asText).orElse("any").equals("any")) {
      problems.add(
          Diagnostic.error(
                  "one-shot",
                  condition.map(Document::origin).orElse(service.origin()),
                  DocumentPath.of("services", name),
                  "never completes, since it is always started again; " + dependent + " waits")
              .withHint("write restart: on-failure, or deploy.restart_policy.condition: none"));
    }
    return service;
  }
}
