package dev.swarmha.deploy.revision;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What is said about a revision when it is opened.
 *
 * @param message what the user said about it; empty where nothing was said
 * @param restores the revision to which it goes back; empty for a deploy
 */
public record Caption(Optional<String> message, Provenance provenance, Optional<Integer> restores) {

  public Caption {
    requireNonNull(message, "message");
    requireNonNull(provenance, "provenance");
    requireNonNull(restores, "restores");
  }
}
