package dev.swarmha.lab.parity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cases below a directory: each file that ends in {@code .yml}, and each directory with a file
 * named {@code case}.
 */
record CaseDirectory(Path root) {

  private static final String HEADER = "case";
  private static final String SUFFIX = ".yml";

  List<ParityCase> cases() {
    List<ParityCase> cases = new ArrayList<>();
    collect(root, cases);
    return cases;
  }

  private void collect(Path directory, List<ParityCase> cases) {
    Path header = directory.resolve(HEADER);
    if (Files.exists(header)) {
      List<String> files = list(directory).stream().map(CaseDirectory::nameOf).toList();
      List<String> stackFiles = files.stream().filter(name -> name.endsWith(SUFFIX)).toList();
      cases.add(read(directory, directory, header, stackFiles));
      return;
    }
    for (Path entry : list(directory)) {
      if (Files.isDirectory(entry)) {
        collect(entry, cases);
      } else if (nameOf(entry).endsWith(SUFFIX)) {
        cases.add(read(entry, directory, entry, List.of(nameOf(entry))));
      }
    }
  }

  private ParityCase read(Path place, Path directory, Path header, List<String> files) {
    String name = root.relativize(place).toString().replaceFirst("[.]yml$", "");
    try {
      // Some cases are about bytes that are no text; headers are ASCII.
      CaseHeader read = new CaseHeader(Files.readAllLines(header, ISO_8859_1));
      return new ParityCase(name, directory, read.settings(files));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (RuntimeException wrong) {
      throw new IllegalArgumentException(header + ": " + wrong.getMessage(), wrong);
    }
  }

  private static List<Path> list(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String nameOf(Path path) {
    return path.getFileName().toString();
  }
}
