package dev.swarmha.lab.tour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.swarmha.lab.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Markdown documents of the project. */
record Documents(Path root) {

  private static final Pattern TEXT = Pattern.compile("\"([\\w./-]+)\"");

  Documents {
    requireNonNull(root, "root");
  }

  static Documents of(Project project) {
    return new Documents(project.root());
  }

  /** All that tell how swarmha is used. */
  List<Path> all() throws IOException {
    try (Stream<Path> docs = Files.walk(root.resolve("docs"));
        Stream<Path> examples = Files.walk(root.resolve("examples"))) {
      Stream<Path> others =
          Stream.of("README.md", "CONTRIBUTING.md", "lab/README.md").map(root::resolve);
      return Stream.of(docs, examples, others)
          .flatMap(paths -> paths)
          .filter(path -> path.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  /** Those for its users: the README, the pages of {@code docs}, the examples. */
  List<String> forUsers() throws IOException {
    return all().stream()
        .map(path -> root.relativize(path).toString())
        .filter(name -> name.matches("README.md|docs/[^/]+|examples/.*"))
        .toList();
  }

  /** Those that a test on real Engines runs as a tour: it names them, or their directory. */
  Set<String> toured() throws IOException {
    try (Stream<Path> tests = Files.walk(root.resolve("lab/src/test/java"))) {
      Set<String> toured = new TreeSet<>();
      for (Path test : tests.filter(path -> path.toString().endsWith("Test.java")).toList()) {
        String text = Files.readString(test, UTF_8);
        if (text.contains("@Lab")) {
          TEXT.matcher(text).results().map(this::document).forEach(toured::add);
        }
      }
      return toured;
    }
  }

  private String document(MatchResult text) {
    String name = text.group(1);
    String example = "examples/" + name + "/README.md";
    return Files.exists(root.resolve(example)) ? example : name;
  }
}
