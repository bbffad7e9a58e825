package dev.swarmha.deploy.plan;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.ResourceRef;
import java.util.Optional;

/**
 * An object that the swarm should have. Its spec is in the Engine's own form and names networks,
 * secrets and configs by name; their ids are not known before they are made.
 *
 * @param payload the data of a secret or config; empty for other kinds
 */
public record DesiredResource(ResourceRef ref, Mapping spec, Optional<Payload> payload) {

  public DesiredResource {
    requireNonNull(ref, "ref");
    requireNonNull(spec, "spec");
    requireNonNull(payload, "payload");
  }

  /** An object without data. */
  public static DesiredResource of(ResourceRef ref, Mapping spec) {
    return new DesiredResource(ref, spec, Optional.empty());
  }
}
