package dev.swarmha.cli.command;

import dev.swarmha.deploy.explain.ExplainTrouble;
import dev.swarmha.deploy.logs.ReadLogs;
import dev.swarmha.deploy.operate.OperateServices;
import dev.swarmha.deploy.rebalance.RebalanceServices;
import dev.swarmha.deploy.view.ShowTasks;

/** What is done with services and their tasks. */
final class ServiceUseCases {

  private final LazyWorld world;

  ServiceUseCases(LazyWorld world) {
    this.world = world;
  }

  OperateServices operate() {
    return new OperateServices(world.world());
  }

  RebalanceServices rebalance() {
    return new RebalanceServices(world.world());
  }

  ShowTasks showTasks() {
    return new ShowTasks(world.swarm(), world.timeline());
  }

  ExplainTrouble explainTrouble() {
    return new ExplainTrouble(world.engine(), world.timeline());
  }

  ReadLogs readLogs() {
    return new ReadLogs(world.engine(), world.timeline());
  }
}
