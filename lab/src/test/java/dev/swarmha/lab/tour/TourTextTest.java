package dev.swarmha.lab.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a tour takes from a document, and when it calls an output the same. */
class TourTextTest {

  private static final String DOCUMENT =
      """
      Words.

      <!-- tour: exit 4 -->
      ```console
      $ first \\
      > --more
      said
      …
      $ second
      $ third
      ```

      ```sh
      # a remark
      cat <<END
      $ not a command
      END
      for n in 1 2; do
        echo $n
      done

      plain | words
      ```

      <!-- tour: not run: it would end the world -->
      ```sh
      end
      ```

      <!-- tour: run: hidden words -->
      """;

  @Test
  void takesCommandsAndWhatTheyPrintFromBlocks() {
    List<Block> blocks = MarkdownBlocks.of(DOCUMENT.lines().toList());

    assertThat(blocks).hasSize(4);
    assertThat(Steps.of(blocks.get(0)))
        .extracting(Step::line, Step::command, Step::output, Step::exitCode)
        .containsExactly(
            tuple(5, "first \\\n--more", List.of("said", "…"), 0),
            tuple(9, "second", List.of(), 0),
            tuple(10, "third", List.of(), 4));
    assertThat(Steps.of(blocks.get(1)))
        .extracting(Step::command)
        .containsExactly(
            "cat <<END\n$ not a command\nEND",
            "for n in 1 2; do\n  echo $n\ndone",
            "plain | words");
    assertThat(blocks.get(2).isRun()).isFalse();
    assertThat(Steps.of(blocks.get(3))).extracting(Step::command).containsExactly("hidden words");
  }

  @Test
  void leavesAnExitCodeToTheCommandThatPrintsIt() {
    List<Block> blocks =
        MarkdownBlocks.of(List.of("```console", "$ fails", "$ echo $?", "4", "```"));

    assertThat(Steps.of(blocks.get(0)))
        .extracting(Step::exitCode)
        .containsExactly(Step.TOLD_BY_THE_NEXT, 0);
  }

  @Test
  void takesNoNoticeOfWhatVaries() {
    assertSame(
        "node h0lva7afihfjx6k5ucvtjcjqh took 1m2.5s, until 2026-05-04T12:00:00Z",
        "node m9s149qd2w07hceap3677zjjt took 3s, until 2027-01-01T00:00:00.125Z");
    assertSame("shop_web.1 on n2: failed", "shop_web.2 on n1: failed");
    assertSame("web   1/1   n1 1, n2 2", "web  1/1  n3 3");
    assertSame("NAME      ID", "NAME   ID");
    assertSame("by … moves", "by 12 moves");
    assertDifferent("2 moves", "3 moves");
    assertDifferent("shop_web: failed", "shop_api: failed");
    assertDifferent("shop at 10.77.0.11", "shop at 10.77.0.12");
  }

  @Test
  void letsLinesBeLeftOut() {
    ExpectedOutput expected = new ExpectedOutput(List.of("plan:", "…", "done"));

    assertThat(expected.matches(List.of("plan:", "a", "b", "done", ""))).isTrue();
    assertThat(expected.matches(List.of("plan:", "done"))).isTrue();
    assertThat(expected.matches(List.of("plan:", "a"))).isFalse();
    assertThat(expected.matches(List.of("other", "done"))).isFalse();
  }

  @Test
  void leavesOutAgainWhatWasLeftOutWhenItRewrites() {
    ExpectedOutput expected = new ExpectedOutput(List.of("plan: … steps", "…", "old end"));

    assertThat(expected.rewritten(List.of("plan: 3 steps", "a", "b", "new end")))
        .containsExactly("plan: … steps", "…", "new end");
    assertThat(new ExpectedOutput(List.of("?")).rewritten(List.of("a", "b")))
        .containsExactly("a", "b");
  }

  @Test
  void findsTheCallsInALineOfShell() {
    assertThat(
            CommandLines.of(
                "A=1 swarmha deploy -c 'my stack.yml' \"$NAME\" >log 2>&1 && echo swarmha; # swarmha x"))
        .containsExactly(List.of("deploy", "-c", "my stack.yml", "$NAME"));
    assertThat(CommandLines.of("swarmha join --token $(swarmha token worker -q) m:2377"))
        .containsExactlyInAnyOrder(
            List.of("join", "--token", "printed", "m:2377"), List.of("token", "worker", "-q"));
    assertThat(CommandLines.of("swarmha ls | sort\nswarmha node \\\n  ls"))
        .containsExactly(List.of("ls"), List.of("node", "ls"));
  }

  private static void assertSame(String document, String seen) {
    assertThat(new ExpectedOutput(List.of(document)).matches(List.of(seen))).isTrue();
  }

  private static void assertDifferent(String document, String seen) {
    assertThat(new ExpectedOutput(List.of(document)).matches(List.of(seen))).isFalse();
  }
}
