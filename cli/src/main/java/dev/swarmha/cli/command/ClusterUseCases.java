package dev.swarmha.cli.command;

import dev.swarmha.deploy.cluster.InitializeSwarm;
import dev.swarmha.deploy.cluster.JoinSwarm;
import dev.swarmha.deploy.cluster.LeaveSwarm;
import dev.swarmha.deploy.cluster.ShowCluster;
import dev.swarmha.deploy.cluster.ShowToken;
import dev.swarmha.deploy.cluster.declared.ApplyCluster;
import dev.swarmha.deploy.cluster.declared.OpenMachines;
import dev.swarmha.engine.EngineConnection;

/** What is done with a swarm as such: by its commands, and by the file of a cluster. */
final class ClusterUseCases {

  private final LazyWorld world;

  ClusterUseCases(LazyWorld world) {
    this.world = world;
  }

  InitializeSwarm initialize() {
    return new InitializeSwarm(world.engine());
  }

  JoinSwarm join() {
    return new JoinSwarm(world.engine());
  }

  LeaveSwarm leave() {
    return new LeaveSwarm(world.engine());
  }

  ShowToken showToken() {
    return new ShowToken(world.engine());
  }

  ShowCluster show() {
    return show(world.engine());
  }

  ShowCluster show(EngineConnection swarm) {
    return new ShowCluster(swarm);
  }

  ApplyCluster apply(OpenMachines machines) {
    return new ApplyCluster(
        machines, world.timeline(), world.sink(), world.surroundings().engines().sideBySide());
  }
}
