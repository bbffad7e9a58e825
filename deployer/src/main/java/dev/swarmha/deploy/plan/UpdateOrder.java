package dev.swarmha.deploy.plan;

import dev.swarmha.document.Mapping;

/** In which order updates of a service replace its tasks. */
public final class UpdateOrder {

  private UpdateOrder() {}

  /** Whether a new task starts before the old one stops; by itself the Engine stops first. */
  public static boolean startsFirst(Mapping spec) {
    return spec.mapping("UpdateConfig").text("Order").filter("start-first"::equals).isPresent();
  }
}
