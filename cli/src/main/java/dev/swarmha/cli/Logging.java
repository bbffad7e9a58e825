package dev.swarmha.cli;

import dev.swarmha.engine.docker.transport.Transport;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** Diagnostics. Nothing of Logback is loaded before somebody asks for them. */
final class Logging {

  /** Like Logback's own settings, which it stands for, that of the whole process. */
  private static volatile boolean isAskedFor;

  private Logging() {}

  /** Logs to standard error or to a file, if the user asks for either. */
  static void configure(int verbosity, Optional<Path> file) {
    if (verbosity > 0 || file.isPresent()) {
      Logback.write(verbosity, file);
      isAskedFor = true;
    }
  }

  /** Logs what became of a call to an Engine. */
  static void call(Supplier<String> line) {
    if (isAskedFor) {
      LoggerFactory.getLogger(Transport.class).debug(line.get());
    }
  }
}
