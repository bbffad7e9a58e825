package dev.swarmha.deploy.node;

import dev.swarmha.engine.Node;
import dev.swarmha.engine.SwarmEngine;
import java.util.List;

/** Lists the nodes of the swarm. */
public final class ListNodes {

  private final SwarmEngine engine;

  public ListNodes(SwarmEngine engine) {
    this.engine = engine;
  }

  public List<Node> run() {
    return engine.nodes();
  }
}
