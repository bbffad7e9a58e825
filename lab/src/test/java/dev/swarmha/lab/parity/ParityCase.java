package dev.swarmha.lab.parity;

import static java.util.Objects.requireNonNull;

import dev.swarmha.lab.DockerVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One subject on which the docker CLI and swarmha have to agree.
 *
 * @param name the path below {@code lab/parity}, without a suffix
 * @param directory where both programs are run
 * @param settings what the header says beside prose
 */
record ParityCase(String name, Path directory, Settings settings) {

  ParityCase {
    requireNonNull(name, "name");
    requireNonNull(directory, "directory");
    requireNonNull(settings, "settings");
  }

  /**
   * The settings of a case; {@code lab/parity/README.md} describes each.
   *
   * @param files what is deployed
   * @param then what is deployed after that; empty if nothing is
   * @param forgotten the images that registries know until then
   * @param refused the mistakes that swarmha has to find; none if the files are to be accepted
   * @param byDesign under which heading a difference is described that has to be there
   * @param random likewise, but the difference need not be there each time
   */
  record Settings(
      List<String> files,
      List<String> then,
      Optional<String> input,
      Map<String, String> variables,
      List<Present> present,
      List<String> images,
      List<String> forgotten,
      String resolveImage,
      List<Place> refused,
      Optional<String> byDesign,
      Optional<String> random,
      Optional<DockerVersion> needs) {

    Settings {
      files = List.copyOf(files);
      then = List.copyOf(then);
      variables = Map.copyOf(variables);
      present = List.copyOf(present);
      images = List.copyOf(images);
      forgotten = List.copyOf(forgotten);
      refused = List.copyOf(refused);
    }
  }

  /** An object that is in the swarm before. */
  record Present(String kind, String name) {}

  /** Where a mistake is: file and line, and the path if there is one. */
  record Place(String file, int line, String path) {

    /** Whether a line of error output is about this place. */
    boolean isNamedBy(String errorLine) {
      String[] parts = errorLine.split(":", 4);
      return parts.length == 4
          && parts[0].equals(file)
          && parts[1].equals(String.valueOf(line))
          && (path.isEmpty() || parts[3].startsWith(" " + path + ": "));
    }

    @Override
    public String toString() {
      return file + ":" + line + " " + path;
    }
  }

  boolean isRefused() {
    return !settings.refused().isEmpty();
  }

  /** Whether the mistake is in the version of the file format that the files name. */
  boolean isAboutVersion() {
    return settings.refused().stream().anyMatch(place -> place.path().equals("version"));
  }

  @Override
  public String toString() {
    return name;
  }
}
