package dev.swarmha.stack.layer;

import static java.util.Objects.requireNonNull;

import dev.swarmha.stack.source.Environment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What files that are read together share: those of the command line, or those of one inclusion.
 *
 * @param directory where relative paths start
 * @param shownDirectory the same, relative to where the user is, to name files by
 * @param chain the files on the way from the command line to here, by which cycles are found
 */
public record Project(
    Path directory, Path shownDirectory, Environment environment, List<Path> chain) {

  public Project {
    requireNonNull(directory, "directory");
    requireNonNull(shownDirectory, "shownDirectory");
    requireNonNull(environment, "environment");
    chain = List.copyOf(chain);
  }

  /** The absolute path of a file that a user wrote. */
  public Path resolve(String written) {
    return directory.resolve(written).normalize();
  }

  /** How messages call that file. */
  public String shown(String written) {
    Path shown = shownDirectory.resolve(written).normalize();
    return shown.toString().isEmpty() ? "." : shown.toString();
  }

  /** The project of files in another directory, with the same variables. */
  public Project in(Path other, Path shownOther) {
    return new Project(other, shownOther, environment, chain);
  }

  public Project with(Environment other) {
    return new Project(directory, shownDirectory, other, chain);
  }

  /** This project, reached through one more file. */
  public Project through(Path file) {
    List<Path> longer = new ArrayList<>(chain);
    longer.add(file);
    return new Project(directory, shownDirectory, environment, longer);
  }
}
