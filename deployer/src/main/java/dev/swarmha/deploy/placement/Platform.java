package dev.swarmha.deploy.placement;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Node;
import java.util.Map;

/** An operating system and an architecture; an empty part stands for any. */
public record Platform(String os, String architecture) {

  /** Nodes call by the kernel's name what images call by Go's (swarmkit {@code PlatformFilter}). */
  private static final Map<String, String> SPELLINGS =
      Map.of("x86_64", "amd64", "aarch64", "arm64");

  public Platform {
    requireNonNull(os, "os");
    requireNonNull(architecture, "architecture");
  }

  static Platform read(Mapping platform) {
    return new Platform(
        platform.text("OS").orElse(""), normal(platform.text("Architecture").orElse("")));
  }

  static Platform of(Node node) {
    return new Platform(node.description().os(), normal(node.description().architecture()));
  }

  private static String normal(String architecture) {
    return SPELLINGS.getOrDefault(architecture, architecture);
  }

  boolean includes(Platform other) {
    return (os.isEmpty() || os.equals(other.os))
        && (architecture.isEmpty() || architecture.equals(other.architecture));
  }

  @Override
  public String toString() {
    return (os.isEmpty() ? "any" : os) + "/" + (architecture.isEmpty() ? "any" : architecture);
  }
}
