package dev.swarmha.engine.docker.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.LogLine;
import dev.swarmha.engine.LogLine.Channel;
import dev.swarmha.engine.ResourceId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogTextTest {

  private static final String DETAILS =
      "com.docker.swarm.node.id=n1,com.docker.swarm.service.id=s1,com.docker.swarm.task.id=t1";

  @Test
  void tellsWhenAndByWhichTaskALineWasWritten() {
    LogLine line =
        LogText.line(
            Channel.ERROR, "2026-05-04T12:00:00.123456789Z " + DETAILS + "  two  spaces \n");

    assertThat(line)
        .isEqualTo(
            new LogLine(
                Instant.parse("2026-05-04T12:00:00.123456789Z"),
                Channel.ERROR,
                Optional.of(new ResourceId("t1")),
                " two  spaces "));
  }

  @Test
  void keepsAnEmptyLine() {
    assertThat(LogText.line(Channel.OUTPUT, "2026-05-04T12:00:00.000000000Z " + DETAILS + " \n"))
        .extracting(LogLine::text)
        .isEqualTo("");
  }

  @Test
  void takesTheRestForTheEnginesOwnWords() {
    String words = "error from daemon in stream: node n1 is not available\n";

    assertThat(LogText.line(Channel.ENGINE, words).text()).isEqualTo(words.strip());
    assertThat(LogText.line(Channel.OUTPUT, words).channel()).isEqualTo(Channel.ENGINE);
    assertThat(LogText.line(Channel.ENGINE, words).task()).isEmpty();
  }
}
