package dev.swarmha.cli.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.cli.complete.TypedLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;

final class EmptyLineTest {

  private final AtomicInteger looks = new AtomicInteger();
  private final AtomicInteger commands = new AtomicInteger();

  @TempDir private Path directory = Path.of("");

  @Test
  void looksAtTheSwarmAnewAndRunsNothing() throws IOException, InterruptedException {
    new Shell(session("\n \n")).run();

    assertThat(looks).hasValue(2);
    assertThat(commands).hasValue(0);
  }

  private Session session(String typed) throws IOException {
    Terminal terminal =
        new DumbTerminal(
            "test",
            "dumb",
            new ByteArrayInputStream(typed.getBytes(UTF_8)),
            new ByteArrayOutputStream(),
            UTF_8);
    CommandSpec program = CommandSpec.create().name("swarmha");
    return new Session(
        terminal,
        program,
        TypedLine.of(program, List.of()),
        "n1",
        Map.of("XDG_STATE_HOME", directory.toString()),
        directory,
        false,
        arguments -> commands.incrementAndGet(),
        query -> List.of(),
        () -> SwarmState.UNKNOWN,
        looks::incrementAndGet);
  }
}
