package dev.swarmha.cli.option;

import java.util.List;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Adds a host to those given so far. Picocli itself would begin anew where the same option stands
 * on both sides of a sub-command.
 */
final class HostConsumer implements IParameterConsumer {

  @Override
  public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
    List<String> hosts = option.getValue();
    hosts.add(arguments.pop());
  }
}
