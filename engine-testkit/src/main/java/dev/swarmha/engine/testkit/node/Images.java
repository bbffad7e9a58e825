package dev.swarmha.engine.testkit.node;

/** What the images of the world do; those that nobody scripted are healthy. */
@FunctionalInterface
public interface Images {

  /** The behaviour of an image, by any reference to it: a digest or a missing tag do not matter. */
  ImageBehaviour behaviour(String reference);
}
