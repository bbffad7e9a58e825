package dev.swarmha.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.cli.command.CommandTree;
import dev.swarmha.cli.command.RootCommand;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class CommandTreeTest {

  @Test
  void knowsCommandsByTheirOwnNames() {
    Cli.tree()
        .getSubcommands()
        .forEach((name, command) -> assertThat(command.getCommandName()).isEqualTo(name));
  }

  @Test
  void isOneCommandAloneWhereALineBeginsWithIt() {
    CommandLine tree = tree("deploy", "-c", "ls", "demo");

    assertThat(tree.getSubcommands()).containsOnlyKeys("deploy");
    assertThat(isInFull(tree, "deploy")).isTrue();
  }

  @Test
  void hasEveryCommandThatALineNamesBehindOptions() {
    CommandLine tree = tree("--context", "ls", "node", "ls");

    assertThat(tree.getSubcommands().keySet()).isEqualTo(Cli.tree().getSubcommands().keySet());
    assertThat(isInFull(tree, "ls")).isTrue();
    assertThat(command(tree, "node").getSubcommands()).containsKey("drain");
    assertThat(isInFull(tree, "deploy")).isFalse();
  }

  @Test
  void isWholeWhereAFileMayNameAnyCommand() {
    assertThat(isInFull(tree("@line"), "deploy")).isTrue();
  }

  @Test
  void isWholeForThoseThatAreAboutAllCommands() {
    assertThat(isInFull(tree("completion", "bash"), "deploy")).isTrue();
  }

  private static boolean isInFull(CommandLine tree, String command) {
    return command(tree, command).getCommandSpec().userObject() != null;
  }

  private static CommandLine command(CommandLine tree, String name) {
    return requireNonNull(tree.getSubcommands().get(name), name);
  }

  private static CommandLine tree(String... words) {
    return CommandTree.of(new RootCommand(Cli.alone().surroundings(), Wiring::new), List.of(words));
  }
}
