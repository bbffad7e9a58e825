package dev.swarmha.lab.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A directory of {@code lab/parity-live}: a stack, what it becomes, and what it needs before. */
record RealisticStack(Path directory) {

  static final String FIRST = "v1.yml";
  static final String SECOND = "v2.yml";

  static List<RealisticStack> in(Path parent) {
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).sorted().map(RealisticStack::new).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  String name() {
    return directory.getFileName().toString();
  }

  Path file(String name) {
    return directory.resolve(name);
  }

  /** What the administrator has made before: arguments of the docker CLI, one command a line. */
  List<String[]> given() {
    Path given = file("given.txt");
    try {
      return Files.exists(given)
          ? Files.readAllLines(given).stream().map(line -> line.split(" ")).toList()
          : List.of();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
