package dev.swarmha.deploy.diff;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.plan.Step;
import dev.swarmha.engine.ResourceRef;
import java.util.List;

/**
 * One object that a deploy would change.
 *
 * @param drift whether somebody else than a deploy has made, changed or removed it
 * @param fields what differs, in the order of their paths; for a creation, all that it will have
 */
public record ObjectDiff(
    Step.Verb verb, ResourceRef object, String cause, boolean drift, List<FieldDiff> fields) {

  public ObjectDiff {
    requireNonNull(verb, "verb");
    requireNonNull(object, "object");
    requireNonNull(cause, "cause");
    fields = List.copyOf(fields);
  }
}
