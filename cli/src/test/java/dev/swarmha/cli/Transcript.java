package dev.swarmha.cli;

import java.io.IOException;
import java.util.List;

/** A session at the terminal: command lines, what they printed and how they ended. */
final class Transcript {

  private final Cli cli;
  private final StringBuilder text = new StringBuilder();

  Transcript(Cli cli) {
    this.cli = cli;
  }

  /** Types a command line; its words are separated by single spaces. */
  Cli.Run type(String line) {
    return type(line.split(" "));
  }

  Cli.Run type(String... words) {
    Cli.Run run = cli.run(words);
    text.append("$ swarmha ").append(String.join(" ", List.of(words))).append('\n');
    text.append(run.out());
    run.err().lines().forEach(line -> text.append("stderr: ").append(line).append('\n'));
    text.append("exit code ").append(run.code()).append("\n\n");
    return run;
  }

  /** Compares all of it with a golden file. */
  void check(String name) throws IOException {
    Golden.check(name, text.toString());
  }
}
