package dev.swarmha.cli.option;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many replicas a service is to have: {@code SERVICE=N}. */
public record ScaleTarget(String service, int replicas) {

  public ScaleTarget {
    requireNonNull(service, "service");
  }

  /** By service; empty where one of them is given two numbers. */
  public static Optional<Map<String, Integer>> byService(List<ScaleTarget> targets) {
    Map<String, Integer> replicas = new LinkedHashMap<>();
    for (ScaleTarget target : targets) {
      Integer other = replicas.put(target.service(), target.replicas());
      if (other != null && other != target.replicas()) {
        return Optional.empty();
      }
    }
    return Optional.of(replicas);
  }

  /** Reads it. */
  public static final class Converter implements ITypeConverter<ScaleTarget> {
    private final SwarmName.OfAnything name = new SwarmName.OfAnything();

    @Override
    public ScaleTarget convert(String text) {
      int equals = text.lastIndexOf('=');
      if (equals < 1) {
        throw refusal(text);
      }
      try {
        int replicas = Integer.parseInt(text.substring(equals + 1));
        if (replicas >= 0) {
          return new ScaleTarget(name.convert(text.substring(0, equals)), replicas);
        }
      } catch (NumberFormatException wrong) {
        throw refusal(text);
      }
      throw refusal(text);
    }

    private static TypeConversionException refusal(String text) {
      return new TypeConversionException(
          "expected SERVICE=N with a whole number N from 0, not '" + text + "'");
    }
  }
}
