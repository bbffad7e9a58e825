package dev.swarmha.stack.value;

import java.util.Optional;
import java.util.Set;

/**
 * The short form of a tmpfs mount, {@code TARGET[:OPTIONS]}. The Engine mounts {@code
 * noexec,nosuid,nodev} by itself; of other options, Swarm knows the size, the mode and read-only.
 *
 * @param size in bytes
 * @param mode the permission bits of the directory
 */
public record TmpfsSyntax(
    String target, Optional<Long> size, Optional<Long> mode, boolean readOnly) {

  private static final Set<String> BY_ITSELF = Set.of("", "rw", "noexec", "nosuid", "nodev");
  private static final int OCTAL = 8;

  /**
   * Reads a short form.
   *
   * @throws ValueException when the text is none, or asks for what Swarm cannot give
   */
  public static TmpfsSyntax parse(String text) {
    String[] parts = text.split(":", 2);
    TmpfsSyntax mount = new TmpfsSyntax(parts[0], Optional.empty(), Optional.empty(), false);
    for (String option : (parts.length == 2 ? parts[1] : "").split(",", -1)) {
      mount = mount.with(option, text);
    }
    if (!mount.target.startsWith("/")) {
      throw new ValueException("\"" + text + "\" is no absolute path", "such as /run:size=64m");
    }
    return mount;
  }

  private TmpfsSyntax with(String option, String text) {
    if (BY_ITSELF.contains(option)) {
      return this;
    }
    if (option.equals("ro")) {
      return new TmpfsSyntax(target, size, mode, true);
    }
    if (option.startsWith("size=")) {
      long bytes = ByteSize.parse(option.substring("size=".length())).bytes();
      return new TmpfsSyntax(target, Optional.of(bytes), mode, readOnly);
    }
    if (option.matches("mode=[0-7]{1,5}")) {
      long bits = Long.parseLong(option.substring("mode=".length()), OCTAL);
      return new TmpfsSyntax(target, size, Optional.of(bits), readOnly);
    }
    throw new ValueException(
        "\"" + text + "\" has the option \"" + option + "\", which Swarm cannot pass on",
        "there are size, mode, ro and the defaults rw, noexec, nosuid, nodev");
  }
}
