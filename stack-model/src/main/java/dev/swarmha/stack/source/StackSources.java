package dev.swarmha.stack.source;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.diagnostic.Loaded;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts of a stack, in the order in which they are merged, and the directory that every
 * relative path in any of them starts from: that of the first file, as the docker CLI has it.
 */
public record StackSources(List<StackSource> sources, Path baseDirectory) {

  /** The name that stands for standard input. */
  public static final String STANDARD_INPUT = "-";

  public StackSources {
    sources = List.copyOf(sources);
    requireNonNull(baseDirectory, "baseDirectory");
  }

  /** Texts that are in memory already. */
  public static StackSources of(Path baseDirectory, StackSource... sources) {
    return new StackSources(List.of(sources), baseDirectory);
  }

  /**
   * Reads files by the names that a user typed, relative to a directory.
   *
   * @param standardInput what {@code -} reads, up to its end
   */
  public static Loaded<StackSources> read(
      List<String> names, Path workingDirectory, InputStream standardInput) {
    if (names.isEmpty()) {
      return Loaded.failed(Diagnostic.ofSource("missing-file", "", "no stack file is given"));
    }
    Diagnostics problems = new Diagnostics();
    List<StackSource> sources = new ArrayList<>();
    for (String name : names) {
      try {
        sources.add(new StackSource(name, text(name, workingDirectory, standardInput)));
      } catch (NotTextException wrong) {
        String message = TextFile.reason("the file", wrong);
        problems.add(Diagnostic.error("bad-text", wrong.place(name), DocumentPath.root(), message));
      } catch (IOException unreadable) {
        problems.add(
            Diagnostic.ofSource("missing-file", name, TextFile.reason("the file", unreadable)));
      }
    }
    return problems.hasErrors()
        ? Loaded.failed(problems.all())
        : Loaded.of(new StackSources(sources, baseDirectory(names.get(0), workingDirectory)));
  }

  private static String text(String name, Path workingDirectory, InputStream standardInput)
      throws IOException {
    return name.equals(STANDARD_INPUT)
        ? TextFile.decode(standardInput.readAllBytes())
        : TextFile.read(workingDirectory.resolve(name));
  }

  private static Path baseDirectory(String first, Path workingDirectory) {
    Path absolute = workingDirectory.toAbsolutePath().normalize();
    if (first.equals(STANDARD_INPUT)) {
      return absolute;
    }
    Path parent = absolute.resolve(first).normalize().getParent();
    return parent == null ? absolute : parent;
  }
}
