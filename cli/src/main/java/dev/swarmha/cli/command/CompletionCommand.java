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
    footer = "It completes commands, options, files, and the names of what is in the swarm.")
@Examples(
    """
    # bash: in this shell; the line can go into ~/.bashrc, too
    source <(swarmha completion bash)

    # zsh: from the next shell on
    swarmha completion zsh > "${fpath[1]}/_swarmha"

    # fish: from the next shell on
    swarmha completion fish > ~/.config/fish/completions/swarmha.fish
    """)
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
