package dev.swarmha.cli.option;

import dev.swarmha.engine.Node.Availability;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The availability of a node in the Engine's words. */
public final class AvailabilityConverter implements ITypeConverter<Availability> {

  @Override
  public Availability convert(String text) {
    return switch (text) {
      case "active" -> Availability.ACTIVE;
      case "pause" -> Availability.PAUSE;
      case "drain" -> Availability.DRAIN;
      default -> throw new TypeConversionException("expected active, pause or drain");
    };
  }
}
