package dev.swarmha.lab.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.cli.Wiring;
import dev.swarmha.cli.command.Surroundings;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.time.SystemTimeline;
import dev.swarmha.lab.Project;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each call of swarmha that stands in a document, in a block or within a sentence, is one that
 * swarmha takes. Whether it does what the document says is told by the tours.
 */
class DocumentedCommandsTest {

  private static final Pattern SPAN = Pattern.compile("(?<!`)`(swarmha [^`]+)`(?!`)");

  /** Words that stand for others: options left out, choices, commands in general. */
  private static final Pattern ABRIDGED = Pattern.compile("…|\\.\\.\\.|\\[|\\||COMMAND");

  /** What is wrong with {@code swarmha shell} here, and not in its document. */
  private static final String NO_TERMINAL = "the shell is for somebody at a terminal";

  /** Too few would mean that they are looked for in the wrong way. */
  private static final int MANY = 60;

  private final Project project = Project.find();

  private int checked;

  @TempDir private Path elsewhere = Path.of("");

  @Test
  void takesEachCommandLineOfTheDocuments() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path document : Documents.of(project).all()) {
      List<String> lines = Tour.read(document);
      String name = project.root().relativize(document).toString();
      blocks(name, lines, wrong);
      spans(name, lines, wrong);
    }

    assertThat(wrong).isEmpty();
    assertThat(checked).isGreaterThan(MANY);
  }

  private void blocks(String document, List<String> lines, List<String> wrong) {
    for (Block block : MarkdownBlocks.of(lines)) {
      String place = document + ":" + block.line();
      block.calls().forEach(call -> check(place, call, wrong));
      if (block.language().isEmpty()) {
        block.lines().stream()
            .filter(line -> line.matches("(\\$ )?swarmha .*"))
            .forEach(line -> wrong.add(place + ": say sh or console at ```, for " + line));
      }
    }
  }

  private void spans(String document, List<String> lines, List<String> wrong) {
    for (int i = 0; i < lines.size(); i++) {
      Matcher span = SPAN.matcher(lines.get(i));
      while (span.find()) {
        String text = span.group(1);
        if (!ABRIDGED.matcher(text).find()) {
          String place = document + ":" + (i + 1);
          List<String> found = new ArrayList<>();
          CommandLines.of(text).forEach(call -> check(place, call, found));
          // A sentence names a command without what it is about.
          found.stream().filter(story -> !story.contains("swarmha: missing ")).forEach(wrong::add);
        }
      }
    }
  }

  private void check(String place, List<String> call, List<String> wrong) {
    checked++;
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    String[] words = call.stream().map(DocumentedCommandsTest::filledIn).toArray(String[]::new);
    int code = new Wiring(surroundings(), writer, writer).run(words);
    if (code == 2 && !said.toString().contains(NO_TERMINAL)) {
      wrong.add(place + ": swarmha " + String.join(" ", call) + "\n" + said);
    }
  }

  /** The variables of pipelines hold addresses where their names say so. */
  private static String filledIn(String word) {
    return word.matches("\\$\\w*(URL|HOOK)") ? "http://variable/" : word;
  }

  /** Where no Engine answers: a command line that is taken fails with that, or at its files. */
  private Surroundings surroundings() {
    return new Surroundings(
        Map.of(),
        elsewhere,
        InputStream.nullInputStream(),
        endpoint -> {
          throw new EngineUnreachableException("no Engine here", null);
        },
        new SystemTimeline(),
        probe -> {
          throw new AssertionError("nothing is asked for its health here");
        });
  }
}
