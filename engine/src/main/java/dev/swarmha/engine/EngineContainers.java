package dev.swarmha.engine;

import java.util.Optional;

/**
 * The containers of the one Engine that is spoken to. Those of other nodes it does not know, and
 * managers do not ask for them.
 */
public interface EngineContainers {

  /**
   * What the Engine knows of a container. Empty where the container is not, or no longer, on this
   * Engine's node, and where it cannot be asked: a missing detail never hides the trouble that it
   * was asked for.
   */
  Optional<Container> find(String id);
}
