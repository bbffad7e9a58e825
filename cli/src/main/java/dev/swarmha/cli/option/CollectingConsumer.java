package dev.swarmha.cli.option;

import java.util.List;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Adds a value to those of its option so far. Picocli itself would begin anew where the same option
 * stands on both sides of a sub-command.
 */
final class CollectingConsumer implements IParameterConsumer {

  @Override
  public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
    List<String> values = option.getValue();
    values.add(arguments.pop());
  }
}
