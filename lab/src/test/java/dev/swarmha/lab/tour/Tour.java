package dev.swarmha.lab.tour;

import static dev.swarmha.lab.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.swarmha.lab.Finished;
import dev.swarmha.lab.LabShell;
import dev.swarmha.lab.LabSwarm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Runs the commands of a Markdown document in order, in one shell whose working directory is the
 * document's, and compares what they print and how they end with what the document says. A document
 * names nodes by the addresses of a first lab, {@code 10.77.0.11} and so on; those of the lab at
 * hand take their place. {@code -Dtour.update} writes what was seen into the document instead of
 * failing.
 */
public final class Tour {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** Whoever reads this has just built the program: it is typed as it is packaged. */
  private static final String FIRST = "README.md";

  private static final String DOCUMENTED_NETWORK = "10.77.0.";

  private final Path document;
  private final String network;
  private final LabShell shell;
  private final boolean updating = System.getProperty("tour.update") != null;
  private final List<String> lines;
  private final Deque<Step> steps;
  private int movedBy;

  private Tour(LabSwarm lab, Path document, LabShell shell) {
    this.document = document;
    this.network = lab.address(lab.nodes().get(0)).replaceFirst("\\d+$", "");
    this.shell = shell;
    this.lines = new ArrayList<>(read(document));
    this.steps = new ArrayDeque<>(steps(lines));
  }

  /**
   * Runs a document from the directory that it lies in.
   *
   * @param document as a path in the project, such as {@code examples/ha-web/README.md}
   */
  public static void run(LabSwarm lab, String document) {
    of(lab, document).rest();
  }

  /** A document of which nothing has been run yet. */
  public static Tour of(LabSwarm lab, String document) {
    Path file = lab.project().resolve(document);
    Path directory = requireNonNull(file.getParent(), document);
    boolean typed = document.equals(FIRST);
    return new Tour(lab, file, typed ? lab.shell(directory) : lab.shellInThisJava(directory));
  }

  /** Runs what comes next, up to and with the first command that contains these words. */
  public Tour through(String words) {
    while (!steps.isEmpty()) {
      Step step = steps.remove();
      run(step);
      if (step.command().contains(words)) {
        return this;
      }
    }
    throw new IllegalArgumentException(document + " has no command with: " + words);
  }

  /** Runs what has not been run. */
  public void rest() {
    while (!steps.isEmpty()) {
      run(steps.remove());
    }
    if (updating) {
      write();
    }
  }

  private static List<Step> steps(List<String> lines) {
    return MarkdownBlocks.of(lines).stream()
        .filter(Block::isRun)
        .flatMap(block -> Steps.of(block).stream())
        .toList();
  }

  private void run(Step step) {
    Deque<Finished> tries = new ArrayDeque<>();
    try {
      eventually(
          () -> {
            tries.add(shell.run(inThisLab(step.command()), LIMIT));
            if (!isAsSaid(step, tries.getLast())) {
              throw new AssertionError(story(step, tries.getLast()));
            }
          },
          step.patience());
    } catch (AssertionError wrong) {
      if (!updating || !hasExitCode(step, tries.getLast())) {
        throw wrong;
      }
      update(step, printed(tries.getLast()));
    }
  }

  private boolean isAsSaid(Step step, Finished seen) {
    return hasExitCode(step, seen) && printsWhatIsSaid(step, seen);
  }

  private static boolean hasExitCode(Step step, Finished seen) {
    return step.exitCode() == Step.TOLD_BY_THE_NEXT || step.exitCode() == seen.exitCode();
  }

  private boolean printsWhatIsSaid(Step step, Finished seen) {
    return !step.saysWhatIsPrinted() || new ExpectedOutput(step.output()).matches(printed(seen));
  }

  private List<String> printed(Finished seen) {
    return inTheDocument(seen.out()).lines().toList();
  }

  private String inThisLab(String command) {
    return command.replace(DOCUMENTED_NETWORK, network);
  }

  private String inTheDocument(String output) {
    return output.replace(network, DOCUMENTED_NETWORK);
  }

  private void update(Step step, List<String> printed) {
    ExpectedOutput expected = new ExpectedOutput(step.output());
    if (!step.saysWhatIsPrinted() || expected.matches(printed)) {
      return;
    }
    List<String> rewritten = expected.rewritten(printed);
    int first = step.afterCommand() - 1 + movedBy;
    List<String> old = lines.subList(first, first + step.output().size());
    old.clear();
    old.addAll(rewritten);
    movedBy += rewritten.size() - step.output().size();
  }

  private String story(Step step, Finished seen) {
    String expectedCode =
        step.exitCode() == Step.TOLD_BY_THE_NEXT ? "any" : String.valueOf(step.exitCode());
    return String.join(
        "\n",
        document + ":" + step.line() + ": not as the document says",
        "$ " + step.command(),
        "exit code: " + seen.exitCode() + ", expected: " + expectedCode,
        "--- expected",
        step.saysWhatIsPrinted() ? String.join("\n", step.output()) : "(anything)",
        "--- seen",
        inTheDocument(seen.out()),
        "If it should be so: -Dtour.update writes what is seen into the document.");
  }

  private void write() {
    try {
      Files.writeString(document, String.join("\n", lines) + "\n", UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static List<String> read(Path document) {
    try {
      return Files.readAllLines(document, UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
