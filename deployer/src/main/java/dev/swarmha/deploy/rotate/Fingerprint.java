package dev.swarmha.deploy.rotate;

import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.deploy.plan.Generations;
import java.util.Optional;

/**
 * By what the content of a secret or config of a stack is known again, and from which nobody learns
 * it: the name that is derived from it, whether it bears that name or not.
 */
public final class Fingerprint {

  private Fingerprint() {}

  /** The fingerprint of an object's content; empty where it has none. */
  public static Optional<String> of(String stack, DesiredResource object) {
    if (object.spec().mapping("Labels").has(Generations.LABEL)) {
      return Optional.of(object.ref().name());
    }
    return object.payload().map(content -> ContentName.of(stack, object, content));
  }
}
