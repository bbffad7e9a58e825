package dev.swarmha.engine.testkit;

import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.ProbeResult;
import dev.swarmha.engine.probe.Prober;
import java.util.HashMap;
import java.util.Map;

/** Probes the addresses of the world; each answer takes its virtual time. */
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
  public ProbeResult probe(HealthProbe probe) throws InterruptedException {
    ProbeResult result = endpoint(probe.address()).answer(probe);
    swarm.timeline().sleep(result.took());
    return result;
  }
}
