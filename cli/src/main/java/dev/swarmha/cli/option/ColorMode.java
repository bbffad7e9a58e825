package dev.swarmha.cli.option;

import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Help.Ansi;

/** Whether anything that people read is coloured. */
public enum ColorMode {
  /** On a terminal, unless {@code NO_COLOR} is set. */
  AUTO,
  ALWAYS,
  NEVER;

  /**
   * The one rule for colours, as <a href="https://no-color.org">no-color.org</a> has it: the
   * command line before the environment, and that before what the output is.
   *
   * @param atTerminal asked only where the answer depends on it
   */
  public Ansi ansi(Map<String, String> environment, BooleanSupplier atTerminal) {
    boolean coloured =
        switch (this) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO ->
              environment.getOrDefault("NO_COLOR", "").isEmpty()
                  && !environment.getOrDefault("TERM", "").equals("dumb")
                  && atTerminal.getAsBoolean();
        };
    return coloured ? Ansi.ON : Ansi.OFF;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
