package dev.swarmha.cli.option;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What is typed where something in the swarm is to be named. What nothing there can be called is
 * wrong usage, told before an Engine or a file is asked.
 */
public final class SwarmName {

  /** Of stacks: swarmkit takes the names of their services so ({@code manager/controlapi}). */
  private static final Pattern STACK = Pattern.compile("[a-zA-Z0-9](?:[-_]*[A-Za-z0-9])*");

  /** Of services, tasks and nodes, and ids. */
  private static final Pattern ANY = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_.-]*");

  private SwarmName() {}

  /** The name of a stack. */
  public static final class OfStack implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      if (STACK.matcher(text).matches()) {
        return text;
      }
      throw new TypeConversionException(
          "\""
              + text
              + "\" cannot be the name of a stack; use letters, digits, dashes and underscores,"
              + " and begin and end with a letter or digit");
    }
  }

  /** A name or id of a stack, service, task or node. */
  public static final class OfAnything implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      if (ANY.matcher(text).matches()) {
        return text;
      }
      throw new TypeConversionException(
          "nothing in a swarm can have the name or id \""
              + text
              + "\"; they are letters, digits, dots, dashes and underscores");
    }
  }
}
