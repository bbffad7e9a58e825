package dev.swarmha.cli.command;

import dev.swarmha.deploy.node.ChangeNodes;
import dev.swarmha.deploy.node.DrainNode;
import dev.swarmha.deploy.node.InspectNode;
import dev.swarmha.deploy.node.LabelNode;
import dev.swarmha.deploy.node.ListNodes;
import dev.swarmha.deploy.node.RemoveNodes;

/** What is done with the nodes of a swarm. */
final class NodeUseCases {

  private final LazyWorld world;

  NodeUseCases(LazyWorld world) {
    this.world = world;
  }

  ListNodes list() {
    return new ListNodes(world.swarm());
  }

  InspectNode inspect() {
    return new InspectNode(world.swarm(), world.timeline());
  }

  LabelNode label() {
    return new LabelNode(world.swarm(), world.timeline(), world.sink());
  }

  /** Promotes, demotes, pauses and activates. */
  ChangeNodes change() {
    return new ChangeNodes(world.swarm(), world.timeline(), world.sink());
  }

  DrainNode drain() {
    return new DrainNode(world.world());
  }

  RemoveNodes remove() {
    return new RemoveNodes(world.engine(), world.timeline(), world.sink());
  }
}
