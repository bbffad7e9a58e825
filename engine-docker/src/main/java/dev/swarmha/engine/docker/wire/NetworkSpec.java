package dev.swarmha.engine.docker.wire;

import dev.swarmha.document.Mapping;
import java.util.List;

/**
 * A network's spec. The Engine keeps none that can be read back, so it is made of what inspecting a
 * network gives: all but the identity and what the Engine itself has put there. Creating a network
 * from it makes the same one again.
 */
final class NetworkSpec {

  private static final List<String> NOT_ASKED_FOR =
      List.of("Id", "Created", "Containers", "Peers", "Services", "Status");

  /** Allocated by the managers for every overlay network. */
  private static final String OVERLAY_IDS = "com.docker.network.driver.overlay.vxlanid_list";

  private NetworkSpec() {}

  static Mapping of(Mapping object) {
    Mapping spec = object;
    for (String key : NOT_ASKED_FOR) {
      spec = spec.without(key);
    }
    if (spec.mapping("Options").has(OVERLAY_IDS)) {
      spec = spec.with("Options", spec.mapping("Options").without(OVERLAY_IDS));
    }
    if (spec.mapping("ConfigFrom").text("Network").orElse("").isEmpty()) {
      spec = spec.without("ConfigFrom");
    }
    // Overlay networks are always the swarm's; the word counts for other drivers only.
    return Values.text(spec, "Driver").equals("overlay") ? spec.without("Scope") : spec;
  }
}
