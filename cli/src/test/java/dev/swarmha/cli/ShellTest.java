package dev.swarmha.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.cli.command.Surroundings;
import dev.swarmha.deploy.Operator;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.docker.endpoint.EndpointOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell, as somebody uses it who types ahead. */
final class ShellTest {

  private final Engines engines = new Engines();

  @TempDir private Path directory = Path.of("");

  @Test
  void runsOneCommandAfterTheOtherAndShowsHowEachFailed() throws IOException {
    String screen = type("node ls\nps nosuch\nnode lss\nversion\n");

    assertThat(screen.lines())
        .contains("exit code 1")
        .contains("exit code 2")
        .anyMatch(line -> line.endsWith("there is no stack \"nosuch\"; the swarm has none"))
        .anyMatch(line -> line.startsWith("Engine   "));
  }

  @Test
  void leavesAtItsWordAndAtTheEndOfInput() throws IOException {
    assertThat(type("exit\nversion\n")).doesNotContain("Engine   ");
    assertThat(type("")).contains("Ctrl-D leaves");
  }

  @Test
  void showsHelp() throws IOException {
    assertThat(type("help\n")).contains("Commands:");
    assertThat(type("help node drain\n")).contains("swarmha node drain");
  }

  @Test
  void holdsItsOwnOptionsForEachCommand() throws IOException {
    String screen = type("node ls\nnode ls -o yaml\n", "-o", "json", "-H", "tcp://n1:1");

    assertThat(screen).contains("\"hostname\": \"n1\"", "hostname: n1");
    assertThat(engines.asked).containsOnly(EndpointOptions.host("tcp://n1:1"));
  }

  @Test
  void leavesTheEngineToACommandThatNamesOne() throws IOException {
    type("node ls --context other\nnode ls\n", "-H", "tcp://n1:1");

    assertThat(engines.asked)
        .containsExactly(EndpointOptions.context("other"), EndpointOptions.host("tcp://n1:1"));
  }

  @Test
  void takesCommandsOfSeveralLines() throws IOException {
    assertThat(type("node \\\nls -o json\nps 'no\nsuch'\n"))
        .contains("\"hostname\": \"n1\"", "exit code 2");
  }

  @Test
  void takesLinesThatWereCopiedFromElsewhere() throws IOException {
    assertThat(type("swarmha node ls -o json\n")).contains("\"hostname\": \"n1\"");
  }

  @Test
  void keepsLinesButNoSecrets() throws IOException {
    type("node ls\n secret inspect x\njoin --token SWMTKN-1 a:1\nps nosuch\n");

    Path history = directory.resolve("swarmha/history");
    assertThat(Files.readAllLines(history)).containsExactly("node ls", "ps nosuch");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the command is one for POSIX shells")
  void runsCommandsOfTheSystem() throws IOException {
    String screen = type("!echo done > '" + directory.resolve("file") + "'; exit 7\n");

    assertThat(screen).contains("exit code 7");
    assertThat(directory.resolve("file")).hasContent("done\n");
  }

  @Test
  void readsStandardInputWithoutKeepingIt() throws IOException {
    String screen = type("secret create password -\ns3cr3t\n\u0004secret ls\n");

    assertThat(screen).contains("secret password created");
    assertThat(Files.readString(directory.resolve("swarmha/history"))).doesNotContain("s3cr3t");
  }

  @Test
  void keepsWhatIsTypedRightAfterCtrlC() throws IOException {
    String screen = type("node lss\u0003version\n");

    assertThat(screen).contains("Engine   ").doesNotContain("exit code");
  }

  @Test
  void opensNoShellWithinItself() throws IOException {
    assertThat(type("shell\n")).contains("This is the shell");
  }

  @Test
  void wantsATerminal() {
    Cli.Run run = Cli.alone().run("shell");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("swarmha: the shell is for somebody at a terminal");
  }

  @Test
  void showsHowTheSwarmStands() throws IOException {
    assertThat(type("", "-H", "tcp://n1:1")).contains("swarmha n1:1 (leader)> ");
    assertThat(type("")).contains("swarmha local (leader)> ");
  }

  /** What is on the screen after this was typed, the typed lines included. */
  private String type(String lines, String... options) throws IOException {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    Terminal terminal =
        new DumbTerminal(
            "test", "dumb", new ByteArrayInputStream(lines.getBytes(UTF_8)), screen, UTF_8);
    StringWriter err = new StringWriter();
    String[] arguments = new String[options.length + 1];
    System.arraycopy(options, 0, arguments, 0, options.length);
    arguments[options.length] = "shell";
    int code =
        new Wiring(surroundings(terminal), new PrintWriter(err), new PrintWriter(err))
            .run(arguments);
    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    return screen.toString(UTF_8);
  }

  private Surroundings surroundings(Terminal terminal) {
    return new Surroundings(
        Map.of("XDG_STATE_HOME", directory.toString()),
        directory,
        InputStream.nullInputStream(),
        engines,
        engines.swarm.timeline(),
        probe -> {
          throw new AssertionError("nothing asks for health here");
        },
        Operator.UNKNOWN,
        () -> Optional.of(terminal));
  }

  /** A swarm for the commands and another for the shell itself, which looks at it meanwhile. */
  private static final class Engines implements Surroundings.Engines {
    private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2");
    private final InMemorySwarm other = InMemorySwarm.withNodes("n1", "n2");
    private final List<EndpointOptions> asked = new CopyOnWriteArrayList<>();

    @Override
    public EngineConnection connect(EndpointOptions endpoint) {
      asked.add(endpoint);
      return swarm.connection();
    }

    @Override
    public EngineConnection aside(EndpointOptions endpoint) {
      return other.connection();
    }
  }
}
