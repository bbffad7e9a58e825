package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A secret or config that a service uses, by its name in the file.
 *
 * @param mode the permission bits of the file
 */
public record FileUse(
    String source,
    Optional<String> target,
    Optional<String> uid,
    Optional<String> gid,
    Optional<Long> mode) {

  public FileUse {
    requireNonNull(source, "source");
    requireNonNull(target, "target");
    requireNonNull(uid, "uid");
    requireNonNull(gid, "gid");
    requireNonNull(mode, "mode");
  }
}
