package dev.swarmha.cli.option;

import dev.swarmha.engine.Node.Role;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The role of a node in the Engine's words. */
public final class RoleConverter implements ITypeConverter<Role> {

  @Override
  public Role convert(String text) {
    return switch (text) {
      case "worker" -> Role.WORKER;
      case "manager" -> Role.MANAGER;
      default -> throw new TypeConversionException("expected worker or manager");
    };
  }
}
