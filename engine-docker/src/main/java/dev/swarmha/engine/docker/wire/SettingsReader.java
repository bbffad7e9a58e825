package dev.swarmha.engine.docker.wire;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.SwarmSettings;

/** Reads what holds for a swarm as a whole. */
public final class SettingsReader {

  private SettingsReader() {}

  public static SwarmSettings read(Mapping swarm) {
    return new SwarmSettings(
        Values.text(swarm, "ID"),
        Values.version(swarm),
        swarm.mapping("Spec"),
        swarm.sequence("DefaultAddrPool").texts().toList(),
        swarm.number("SubnetSize").map(Long::intValue).orElse(0),
        Values.text(swarm, "TLSInfo", "TrustRoot"));
  }
}
