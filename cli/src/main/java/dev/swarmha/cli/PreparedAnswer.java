package dev.swarmha.cli;

import dev.swarmha.cli.command.VersionText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * What is answered in the same way each time: the version, the help of the program, the completion
 * scripts. They are kept as files, so that no command needs to be looked at to tell them; tests
 * hold the files to what the commands would say. Nothing here is wanted but a quick start.
 */
final class PreparedAnswer {

  /** The word that asks for help, alone or before a command. */
  static final String HELP = "help";

  private static final String COMPLETION = "completion";

  private PreparedAnswer() {}

  /** Prints the answer to a command line, if there is one; returns whether there is. */
  static boolean print(String[] arguments, PrintStream out) {
    if (arguments.length == 1 && arguments[0].equals("--version")) {
      out.println(VersionText.line());
      return true;
    }
    String file = file(arguments);
    if (file == null) {
      return false;
    }
    copy(file, out);
    return true;
  }

  private static @Nullable String file(String... arguments) {
    if (asksForHelp(arguments) && System.getenv(ProgramName.VARIABLE) == null) {
      return isColoured() ? "help-in-colour.txt" : "help.txt";
    }
    if (arguments.length != 2 || !arguments[0].equals(COMPLETION)) {
      return null;
    }
    return switch (arguments[1]) {
      case "bash" -> "complete/swarmha.bash";
      case "zsh" -> "complete/_swarmha";
      case "fish" -> "complete/swarmha.fish";
      default -> null;
    };
  }

  private static boolean asksForHelp(String... arguments) {
    return arguments.length == 0
        || (arguments.length == 1 && List.of("--help", "-h", HELP).contains(arguments[0]));
  }

  /** Picocli's own rule; without a terminal it need not be loaded for it. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isColoured() {
    boolean possible = System.console() != null || System.getenv("CLICOLOR_FORCE") != null;
    return possible && Ansi.AUTO.enabled();
  }

  private static void copy(String file, PrintStream out) {
    try (InputStream text = PreparedAnswer.class.getResourceAsStream(file)) {
      if (text == null) {
        throw new IllegalStateException(file + " is missing in the program");
      }
      text.transferTo(out);
      out.flush();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
