package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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

  /**
   * Options for bind mounts.
   *
   * @param recursive whether what is mounted below comes along
   */
  public record BindOptions(Optional<String> propagation, boolean recursive) {
    public BindOptions {
      requireNonNull(propagation, "propagation");
    }
  }

  /**
   * Options for tmpfs mounts; the size is in bytes.
   *
   * @param mode the permission bits of the directory
   */
  public record TmpfsOptions(Optional<Long> size, Optional<Long> mode) {
    public TmpfsOptions {
      requireNonNull(size, "size");
      requireNonNull(mode, "mode");
    }
  }

  /** Options for mounts of volumes. */
  public record VolumeOptions(
      boolean noCopy, Optional<String> subpath, Map<String, String> labels) {
    public VolumeOptions {
      requireNonNull(subpath, "subpath");
      labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
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
