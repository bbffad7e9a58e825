package dev.swarmha.deploy.explain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The words by which Engines tell kinds of trouble: those of swarmkit's {@code manager/scheduler},
 * of moby's {@code daemon/cluster/executor/container}, of registries, and of what starts
 * containers. The first that is found counts.
 */
final class Phrases {

  private record Phrase(String text, Ailment ailment) {}

  private static final List<Phrase> ALL =
      List.of(
          new Phrase("no suitable node", Ailment.NO_SUITABLE_NODE),
          new Phrase("not available for new tasks", Ailment.NO_SUITABLE_NODE),
          new Phrase("insufficient resources on ", Ailment.NO_SUITABLE_NODE),
          new Phrase("missing plugin on ", Ailment.NO_SUITABLE_NODE),
          new Phrase("scheduling constraints not satisfied on ", Ailment.NO_SUITABLE_NODE),
          new Phrase("unsupported platform on ", Ailment.NO_SUITABLE_NODE),
          new Phrase("host-mode port already in use on ", Ailment.NO_SUITABLE_NODE),
          new Phrase("max replicas per node limit", Ailment.NO_SUITABLE_NODE),
          new Phrase("no such image", Ailment.IMAGE_NOT_FOUND),
          new Phrase("pull access denied", Ailment.IMAGE_NOT_FOUND),
          new Phrase("manifest unknown", Ailment.IMAGE_NOT_FOUND),
          new Phrase("manifest for ", Ailment.IMAGE_NOT_FOUND),
          new Phrase("repository does not exist", Ailment.IMAGE_NOT_FOUND),
          new Phrase("port is already allocated", Ailment.PORT_TAKEN),
          new Phrase("address already in use", Ailment.PORT_TAKEN),
          new Phrase("invalid mount config", Ailment.MOUNT_FAILED),
          new Phrase("bind source path does not exist", Ailment.MOUNT_FAILED),
          new Phrase("error while mounting volume", Ailment.MOUNT_FAILED),
          new Phrase("failed to mount local volume", Ailment.MOUNT_FAILED),
          new Phrase("error while creating mount source path", Ailment.MOUNT_FAILED),
          new Phrase("starting container failed", Ailment.CANNOT_START),
          new Phrase("executable file not found", Ailment.CANNOT_START),
          new Phrase("exec format error", Ailment.CANNOT_START),
          new Phrase("oci runtime create failed", Ailment.CANNOT_START),
          new Phrase("failed to create shim", Ailment.CANNOT_START),
          new Phrase("unhealthy container", Ailment.UNHEALTHY));

  private Phrases() {}

  static Optional<Ailment> find(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(phrase -> lower.contains(phrase.text()))
        .map(Phrase::ailment)
        .findFirst();
  }
}
