package dev.swarmha.lab.live;

import dev.swarmha.lab.DockerVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A directory of {@code lab/parity-live}: a stack, what it becomes, and what it needs before. */
record RealisticStack(Path directory) {

  static final String FIRST = "v1.yml";
  static final String SECOND = "v2.yml";

  private static final String NEEDS = "#: docker ";
  private static final Pattern IMAGE = Pattern.compile("^ +image: (\\S+)$");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\w+:-([^}]*)}");

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

  /** The docker CLI that it takes, if not every one can deploy it: {@code #: docker VERSION}. */
  Optional<DockerVersion> needs() {
    return lines(FIRST).stream()
        .filter(line -> line.startsWith(NEEDS))
        .map(line -> DockerVersion.parse(line.substring(NEEDS.length())))
        .findFirst();
  }

  /** Every image of both versions; of variables the default stands, since none is set. */
  List<String> images() {
    return Stream.of(FIRST, SECOND)
        .flatMap(version -> lines(version).stream())
        .map(IMAGE::matcher)
        .filter(Matcher::find)
        .map(line -> VARIABLE.matcher(line.group(1)).replaceAll("$1"))
        .toList();
  }

  private List<String> lines(String version) {
    try {
      return Files.readAllLines(file(version));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
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
