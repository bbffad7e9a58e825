package dev.swarmha.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of lines: a whole number from 0. */
public final class TailConverter implements ITypeConverter<Integer> {

  @Override
  public Integer convert(String text) {
    try {
      int lines = Integer.parseInt(text);
      if (lines >= 0) {
        return lines;
      }
    } catch (NumberFormatException wrong) {
      throw refusal(text);
    }
    throw refusal(text);
  }

  private static TypeConversionException refusal(String text) {
    return new TypeConversionException("'" + text + "' is not a whole number from 0");
  }
}
