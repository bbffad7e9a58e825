package dev.swarmha.lab.tour;

import java.time.Duration;
import java.util.List;

/**
 * A command of a document, and what the document says of it.
 *
 * @param line the number of the line that it begins in, from 1
 * @param afterCommand the number of the first line after it, where its output begins
 * @param output what it prints according to the document; empty where the document does not say
 * @param exitCode what it ends with; -1 where the next command prints it
 * @param patience how long it is repeated until it is as the document says
 */
record Step(
    int line,
    int afterCommand,
    String command,
    List<String> output,
    int exitCode,
    Duration patience) {

  static final int TOLD_BY_THE_NEXT = -1;

  Step {
    output = List.copyOf(output);
  }

  boolean saysWhatIsPrinted() {
    return !output.isEmpty();
  }
}
