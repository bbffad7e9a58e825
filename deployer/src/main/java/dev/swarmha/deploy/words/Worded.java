package dev.swarmha.deploy.words;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;

/**
 * What a spec says, in the words of a stack file.
 *
 * @param said an entry of the file, such as a service; names of networks, volumes, secrets and
 *     configs are those in the swarm
 * @param unsaid the parts of the spec for which a stack file has no words, at their own paths
 */
public record Worded(Mapping said, Mapping unsaid) {

  public Worded {
    requireNonNull(said, "said");
    requireNonNull(unsaid, "unsaid");
  }
}
