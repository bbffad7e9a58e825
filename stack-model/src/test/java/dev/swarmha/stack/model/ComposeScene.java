package dev.swarmha.stack.model;

import java.nio.file.Path;

/** What tests of compose files that name each other begin with: a directory with nothing in it. */
abstract class ComposeScene {

  final ComposeFiles files;
  private final Path directory;

  ComposeScene(Path directory) {
    this.directory = directory;
    this.files = new ComposeFiles(directory);
  }

  /** The absolute path of a file there. */
  final String path(String name) {
    return directory.resolve(name).toString();
  }
}
