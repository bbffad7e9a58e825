package dev.swarmha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.cli.output.TextWidth;
import dev.swarmha.engine.docker.endpoint.EndpointOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says before an Engine is there to answer. */
final class CommandLineTest {

  private static final List<List<String>> MISTAKES =
      List.of(
          List.of("nod", "ls"),
          List.of("node", "lss"),
          List.of("depoly", "-c", "stack.yml", "shop"),
          List.of("depoly", "ls"),
          List.of("-H", "tcp://a:1", "complet", "bash"),
          List.of("frobnicate"),
          List.of("clear"),
          List.of("stack", "deploy"),
          List.of("deploy", "--compse-file", "some/stack.yml", "shop"),
          List.of("node", "lable", "n1", "zone=a"),
          List.of("deploy", "--timout", "5m", "-c", "stack.yml", "shop"),
          List.of("deploy", "--timout=5m", "-c", "stack.yml", "shop"),
          List.of("deploy", "-timeout=5m", "-c", "stack.yml", "shop"),
          List.of("join", "--tokn=t", "m:2377"),
          List.of("ls", "--frobnicate"),
          List.of("--verbos", "ls"),
          List.of("node", "ls", "--outptu", "json"),
          List.of("node", "ls", "-o", "xml"),
          List.of("init", "--progress", "loud"),
          List.of("join", "10.0.0.1:2377"),
          List.of("token", "boss"),
          List.of("join", "--token", "t", "--availability", "away", "m:2377"),
          List.of("node", "label", "n1"),
          List.of("node", "label", "n1", "zone"),
          List.of("scale", "web"),
          List.of("scale", "web=many"),
          List.of("scale", "web=2", "web=3"),
          List.of("stop"),
          List.of("stop", "shop/web"),
          List.of("node", "pause", "n 1"),
          List.of("scale", "shop/web=2"),
          List.of("deploy", "-c", "no-such-file.yml", "my shop"),
          List.of("status", "shop."),
          List.of("history", ""),
          List.of("secret", "create"),
          List.of("secret", "create", "a", "--label"),
          List.of("init", "one", "too", "many"),
          List.of("-H", "tcp://a:1", "init", "-H", "tcp://b:1"),
          List.of("-H", "tcp://a:1", "-H", "tcp://b:1", "join", "--token", "t", "m:2377"),
          List.of("leave", "-H", "tcp://a:1", "-H", "tcp://b:1", "--progress", "json"));

  private final Cli cli = Cli.alone();

  @Test
  void showsTheHelpOfEveryCommand() throws IOException {
    StringBuilder help = new StringBuilder();
    for (List<String> command : commands()) {
      List<String> arguments = new ArrayList<>(command);
      arguments.add("--help");
      Cli.Run run = cli.run(arguments.toArray(String[]::new));
      assertThat(run.code()).isZero();
      help.append("$ swarmha ").append(String.join(" ", arguments)).append('\n');
      help.append(run.out()).append('\n');
    }

    Golden.check("help.txt", help.toString());
    assertThat(help.toString().lines()).allMatch(line -> TextWidth.of(line) <= 80);
  }

  @Test
  void printsItsHelpWhenThereIsNoCommand() {
    assertThat(cli.run().out()).isEqualTo(cli.run("--help").out());
    assertThat(cli.run("node").out()).isEqualTo(cli.run("node", "--help").out());
  }

  @Test
  void takesTheWordHelpBeforeACommand() {
    assertThat(cli.run("help", "node", "ls").out())
        .isEqualTo(cli.run("node", "ls", "--help").out());
    assertThat(cli.run("help").out()).isEqualTo(cli.run("--help").out());
  }

  @Test
  void callsItselfAsThePluginOfTheDockerCliDoes() {
    cli.variable("SWARMHA_NAME", "docker swarmha");

    assertThat(cli.run("--help").out()).startsWith("Usage: docker swarmha ");
    assertThat(cli.run("deploy", "--help").out())
        .contains("Usage: docker swarmha deploy ", "  docker swarmha deploy -c stack.yml")
        .doesNotContain("  swarmha deploy");
    assertThat(cli.run("deploy").err()).contains("Run 'docker swarmha deploy --help'");
  }

  @Test
  void printsItsVersionWithoutAnEngine() {
    Cli.Run run = cli.run("--version");

    assertThat(run.out()).matches("swarmha \\d+\\.\\d+\\.\\d+\\S*\\R");
    assertThat(cli.endpoint()).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithTheArguments() throws IOException {
    StringBuilder text = new StringBuilder();
    for (List<String> arguments : MISTAKES) {
      Cli.Run run = cli.run(arguments.toArray(String[]::new));
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      text.append("$ swarmha ").append(String.join(" ", arguments)).append('\n');
      text.append(run.err()).append('\n');
    }

    Golden.check("wrong-usage.txt", text.toString());
    assertThat(cli.endpoint()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-H tcp://a:1 node ls",
        "node -H tcp://a:1 ls",
        "node ls -H tcp://a:1",
        "node ls --host=tcp://a:1"
      })
  void takesGlobalOptionsBeforeAndAfterTheCommand(String line) {
    cli.run(line.split(" "));

    assertThat(cli.endpoint()).contains(EndpointOptions.host("tcp://a:1"));
  }

  @Test
  void collectsHostsFromBothSidesOfTheCommand() {
    cli.run("-H", "tcp://a:1", "node", "ls", "-H", "tcp://b:1");

    assertThat(cli.endpoint().orElseThrow().hosts()).containsExactly("tcp://a:1", "tcp://b:1");
  }

  @Test
  void collectsContextsFromBothSidesOfTheCommand() {
    cli.run("--context", "prod", "node", "ls", "--context=test");

    assertThat(cli.endpoint().orElseThrow().contexts()).containsExactly("prod", "test");
    assertThat(cli.run("--context", "prod", "leave", "--context=test").code()).isEqualTo(2);
  }

  @Test
  void handsTlsOptionsOn() {
    cli.run("--tlsverify", "--tlscacert=ca.pem", "version", "--tlscert", "c.pem", "--tlskey=k.pem");

    EndpointOptions.TlsOptions tls = cli.endpoint().orElseThrow().tls();
    assertThat(tls.verify()).contains(true);
    assertThat(tls.ca()).contains(Path.of("ca.pem"));
    assertThat(tls.certificate()).contains(Path.of("c.pem"));
    assertThat(tls.key()).contains(Path.of("k.pem"));
  }

  @Test
  void leavesUnsetOptionsToTheEnvironment() {
    cli.run("version");

    assertThat(cli.endpoint()).contains(EndpointOptions.NONE);
  }

  @Test
  void turnsTlsVerificationOff() {
    cli.run("version", "--tlsverify=false");

    assertThat(cli.endpoint().orElseThrow().tls().verify()).contains(false);
  }

  @Test
  void tellsAnUnreachableEngineInOneLine() {
    Cli.Run run = cli.run("node", "ls");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .containsExactly("swarmha: no Engine at tcp://nowhere (from --host)");
  }

  @Test
  void endsTheEventsWithAResultWhenTheEngineIsAway() {
    Cli.Run run = cli.run("node", "label", "n1", "a=b", "--progress", "json");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().lines())
        .containsExactly(
            "{\"time\":\"2026-03-01T12:00:00Z\",\"type\":\"result\",\"command\":\"node label\","
                + "\"outcome\":\"failed\",\"exitCode\":1,"
                + "\"message\":\"no Engine at tcp://nowhere (from --host)\"}");
  }

  @Test
  void saysThatAFormatOfDataMeansNothingToACommandThatPrintsNone() {
    assertThat(cli.run("node", "pause", "n1", "-o", "json").err().lines())
        .containsExactly(
            "swarmha: -o is for commands that print data, and \"node pause\" tells its progress;"
                + " for that in JSON: --progress json",
            "swarmha: no Engine at tcp://nowhere (from --host)");
    assertThat(cli.run("node", "ls", "-o", "json").err()).doesNotContain("-o");
  }

  @Test
  void hasNoOptionForHowLongWhatIsStoppedMustStayUp() {
    assertThat(cli.run("stop", "shop_web", "--stable-for", "5s").code()).isEqualTo(2);
    assertThat(cli.run("stop", "shop_web", "--timeout", "5s").code()).isEqualTo(1);
  }

  @Test
  void showsAStackTraceOnlyOnRequest() {
    assertThat(cli.run("-v", "node", "ls").err()).doesNotContain("\tat ");
    assertThat(cli.run("-vv", "node", "ls").err()).contains("EngineUnreachableException", "\tat ");
  }

  @Test
  void saysThatASecretsFileIsMissing() {
    Cli.Run run = cli.run("secret", "create", "db_password", "no/such/file");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines())
        .containsExactly("swarmha: cannot read no/such/file: no such file");
  }

  private static List<List<String>> commands() {
    List<List<String>> commands = new ArrayList<>(List.of(List.of()));
    Cli.tree()
        .getSubcommands()
        .forEach(
            (name, command) -> {
              if (command.getCommandSpec().usageMessage().hidden()) {
                return;
              }
              commands.add(List.of(name));
              command.getSubcommands().keySet().forEach(sub -> commands.add(List.of(name, sub)));
            });
    return commands;
  }
}
