package dev.swarmha.lab.habits;

import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.testkit.contract.ContractImages;
import dev.swarmha.engine.testkit.contract.SwarmEngineContract;
import dev.swarmha.engine.time.SystemTimeline;
import dev.swarmha.engine.time.Timeline;
import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;

/** What the in-memory swarm promises is what real Engines do. */
@Lab
class RealEngineContractTest extends SwarmEngineContract {

  private final LabSwarm lab;

  RealEngineContractTest(LabSwarm lab) {
    this.lab = lab;
  }

  @Override
  protected EngineConnection connection() {
    return lab.connection("m1");
  }

  @Override
  protected Timeline timeline() {
    return new SystemTimeline();
  }

  @Override
  protected ContractImages images() {
    return new ContractImages(
        "swarmha/web:1",
        "swarmha/web:2",
        "swarmha/web:crash",
        "swarmha/web:unhealthy",
        "swarmha/web:missing",
        "swarmha/job:ok");
  }
}
