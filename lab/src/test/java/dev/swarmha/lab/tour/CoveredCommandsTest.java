package dev.swarmha.lab.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Each call of swarmha in a block of the README, of a page in {@code docs}, or of an example is run
 * on real Engines: by the tour of its document, or, where that says {@code not run} and why, in
 * another one the same command with all of its options.
 */
class CoveredCommandsTest {

  /** Commands that have others below them. */
  private static final Set<String> GROUPS =
      Set.of("node", "secret", "config", "cluster", "token", "completion");

  /** Options that may stand before a command, each with a value. */
  private static final Set<String> BEFORE = Set.of("-H", "--host", "--context");

  private final Documents documents = Documents.of(Project.find());

  @Test
  void eachCommandLineIsRunByATest() throws IOException {
    Set<String> toured = documents.toured();
    List<Shape> run = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (String document : documents.forUsers()) {
      blocks(document).stream()
          .filter(Block::isRun)
          .filter(block -> !block.calls().isEmpty())
          .forEach(
              block -> {
                block.calls().forEach(call -> run.add(Shape.of(call)));
                if (!toured.contains(document)) {
                  wrong.add(document + ":" + block.line() + ": no test runs this document");
                }
              });
    }
    for (String document : documents.forUsers()) {
      for (Block block : blocks(document)) {
        if (!block.isRun()) {
          uncovered(block, run)
              .forEach(call -> wrong.add(document + ":" + block.line() + ": not run: " + call));
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(run).hasSizeGreaterThan(80);
  }

  @Test
  void aCallIsCoveredByTheSameCommandWithAllOfItsOptions() {
    List<Shape> run =
        List.of(
            Shape.of(List.of("-H", "tcp://x", "deploy", "-c", "a.yml", "--timeout=5m", "shop")),
            Shape.of(List.of("node", "label", "n1", "a=b")));

    assertThat(uncovered("swarmha deploy -c other.yml web; swarmha node label n2 c=d", run))
        .isEmpty();
    assertThat(uncovered("swarmha deploy -c a.yml --prune shop", run)).hasSize(1);
    assertThat(uncovered("swarmha node rm n1", run)).hasSize(1);
  }

  private static List<String> uncovered(String line, List<Shape> run) {
    return uncovered(MarkdownBlocks.of(List.of("```sh", line, "```")).get(0), run);
  }

  private static List<String> uncovered(Block block, List<Shape> run) {
    return block.calls().stream()
        .filter(call -> run.stream().noneMatch(Shape.of(call)::isWithin))
        .map(call -> "swarmha " + String.join(" ", call))
        .toList();
  }

  private List<Block> blocks(String document) {
    return MarkdownBlocks.of(Tour.read(documents.root().resolve(Path.of(document))));
  }

  /** Which command with which options. */
  private record Shape(String command, Set<String> options) {

    static Shape of(List<String> call) {
      int first = 0;
      while (first < call.size() && BEFORE.contains(call.get(first))) {
        first += 2;
      }
      List<String> rest = call.subList(Math.min(first, call.size()), call.size());
      boolean below = rest.size() > 1 && GROUPS.contains(rest.get(0));
      return new Shape(
          String.join(" ", rest.subList(0, Math.min(below ? 2 : 1, rest.size()))),
          rest.stream()
              .filter(word -> word.matches("--?[a-z].*"))
              .map(word -> word.replaceFirst("=.*", ""))
              .collect(Collectors.toSet()));
    }

    boolean isWithin(Shape other) {
      return command.equals(other.command) && other.options.containsAll(options);
    }
  }
}
