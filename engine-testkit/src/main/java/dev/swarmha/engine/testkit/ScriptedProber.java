package dev.swarmha.engine.testkit;

import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.ProbeResult;
import dev.swarmha.engine.probe.Prober;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Probes the addresses of the world. What is answered is settled when it is asked, and can be had
 * when its virtual time has passed.
 */
final class ScriptedProber implements Prober {

  private final InMemorySwarm swarm;
  private final Map<String, EndpointScript> endpoints = new HashMap<>();

  ScriptedProber(InMemorySwarm swarm) {
    this.swarm = swarm;
  }

  EndpointScript endpoint(String address) {
    return endpoints.computeIfAbsent(address, url -> new EndpointScript(swarm));
  }

  @Override
  public Attempt begin(HealthProbe probe) {
    ProbeResult result = endpoint(probe.address()).answer(probe);
    return new Answered(result, swarm.timeline().instant().plus(result.took()), swarm.timeline());
  }

  private record Answered(ProbeResult answer, Instant at, VirtualTimeline timeline)
      implements Attempt {
    @Override
    public Optional<ProbeResult> result() {
      return timeline.instant().isBefore(at) ? Optional.empty() : Optional.of(answer);
    }

    @Override
    public void abandon() {}
  }
}
