package dev.swarmha.stack.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The short form of a volume, {@code [SOURCE:]TARGET[:OPTIONS]}, read as the docker CLI reads it: a
 * single letter before a colon is a Windows drive wherever it stands.
 */
public final class VolumeSyntax {

  /** The parts of a short form; {@code type} is {@code bind} or {@code volume}. */
  public record Entry(
      String type,
      Optional<String> source,
      String target,
      boolean readOnly,
      boolean noCopy,
      Optional<String> propagation) {}

  private static final Set<String> PROPAGATIONS =
      Set.of("rprivate", "private", "rshared", "shared", "rslave", "slave");
  private static final int SHORTEST_WITH_PARTS = 3;
  private static final int MOST_PARTS = 3;

  private VolumeSyntax() {}

  /**
   * Reads a short form.
   *
   * @throws ValueException when the text is none
   */
  public static Entry parse(String text) {
    if (text.isEmpty()) {
      throw new ValueException("a volume must not be empty");
    }
    List<String> parts = text.length() < SHORTEST_WITH_PARTS ? List.of(text) : parts(text);
    if (parts.size() == 1) {
      return new Entry("volume", Optional.empty(), parts.get(0), false, false, Optional.empty());
    }
    List<String> options =
        parts.size() == MOST_PARTS ? List.of(parts.get(2).split(",", -1)) : List.of();
    String source = parts.get(0);
    return new Entry(
        isPath(source) ? "bind" : "volume",
        Optional.of(source),
        parts.get(1),
        options.lastIndexOf("ro") > options.lastIndexOf("rw"),
        options.contains("nocopy"),
        options.stream().filter(PROPAGATIONS::contains).reduce((first, last) -> last));
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean drive = c == ':' && part.length() == 1 && Character.isLetter(part.charAt(0));
      if (c != ':' || drive) {
        part.append(c);
        continue;
      }
      parts.add(part.toString());
      part.setLength(0);
    }
    parts.add(part.toString());
    if (parts.size() > MOST_PARTS) {
      throw new ValueException("\"" + text + "\" is not a volume: too many colons");
    }
    if (parts.contains("")) {
      throw new ValueException("\"" + text + "\" is not a volume: nothing between two colons");
    }
    return parts;
  }

  private static boolean isPath(String source) {
    return source.startsWith(".")
        || source.startsWith("/")
        || source.startsWith("~")
        || source.startsWith("\\\\")
        || isDrive(source);
  }

  /** Whether a source begins with a Windows drive, as {@code c:\data} does. */
  public static boolean isDrive(String source) {
    return source.length() > 1 && Character.isLetter(source.charAt(0)) && source.charAt(1) == ':';
  }
}
