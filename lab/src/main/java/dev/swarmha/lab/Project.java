package dev.swarmha.lab;

import java.nio.file.Files;
import java.nio.file.Path;

/** The project's directory, and what the tests use in it. */
public record Project(Path root) {

  /** Where Maven says that it is, or else the working directory or one above, as in an IDE. */
  public static Project find() {
    String told = System.getProperty("lab.project", "");
    Path start = told.isEmpty() ? Path.of("").toAbsolutePath() : Path.of(told);
    for (Path directory = start; directory != null; directory = directory.getParent()) {
      if (Files.isExecutable(directory.resolve("lab/swarm"))) {
        return new Project(directory);
      }
    }
    throw new IllegalStateException("no lab/swarm in " + start + " or above");
  }

  Path swarmScript() {
    return root.resolve("lab/swarm");
  }

  /** The packaged program's start script. */
  Path launcher() {
    Path launcher = root.resolve("cli/target/swarmha/bin/swarmha");
    if (!Files.isExecutable(launcher)) {
      throw new IllegalStateException(
          "no " + launcher + "; package it first: mvn -DskipTests package");
    }
    return launcher;
  }

  /** Where the packaged program keeps its archive of classes while tests run it. */
  Path cache() {
    return root.resolve("lab/target/cache");
  }

  Path artefacts() {
    return root.resolve("lab/target/artefacts");
  }

  /** Where the outputs of commands go that serve a whole lab, and no test in particular. */
  Path records(String lab) {
    return artefacts().resolve("lab-" + lab);
  }
}
