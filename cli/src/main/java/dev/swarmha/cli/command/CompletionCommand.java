package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.SystemShell;
import dev.swarmha.cli.option.ValueForms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    description = "Print the completion script for a shell: bash, zsh or fish",
    footer = {
      "It completes commands, options, files, and the names of what is in the swarm.",
      "Examples: source <(swarmha completion bash)",
      "          swarmha completion zsh > \"${fpath[1]}/_swarmha\"",
      "          swarmha completion fish > ~/.config/fish/completions/swarmha.fish"
    })
final class CompletionCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "bash|zsh|fish", description = "The shell that reads it")
  private SystemShell shell = SystemShell.BASH;

  @Override
  public void run() {
    spec.commandLine().getOut().print(shell.script(spec.root(), ValueForms::words));
    spec.commandLine().getOut().flush();
  }
}
