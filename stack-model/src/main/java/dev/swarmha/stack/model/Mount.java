package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Something mounted into the containers of a service. Options are there where the file has a block
 * for them, even an empty one.
 *
 * @param type volume, bind, tmpfs, npipe or cluster
 * @param source the name of a volume in the file, or a path
 */
public record Mount(
    String type,
    Optional<String> source,
    Optional<String> target,
    boolean readOnly,
    Optional<String> consistency,
    VolumeOptions volume,
    Optional<BindOptions> bind,
    Optional<TmpfsOptions> tmpfs) {

  /** Options for bind mounts. */
  public record BindOptions(Optional<String> propagation) {
    public BindOptions {
      requireNonNull(propagation, "propagation");
    }
  }

  /** Options for tmpfs mounts; the size is in bytes. */
  public record TmpfsOptions(Optional<Long> size) {
    public TmpfsOptions {
      requireNonNull(size, "size");
    }
  }

  /** Options for mounts of volumes. */
  public record VolumeOptions(boolean noCopy, Optional<String> subpath) {
    public VolumeOptions {
      requireNonNull(subpath, "subpath");
    }
  }

  public Mount {
    requireNonNull(type, "type");
    requireNonNull(source, "source");
    requireNonNull(target, "target");
    requireNonNull(consistency, "consistency");
    requireNonNull(volume, "volume");
    requireNonNull(bind, "bind");
    requireNonNull(tmpfs, "tmpfs");
  }
}
