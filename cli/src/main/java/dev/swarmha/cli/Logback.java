package dev.swarmha.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logback, silent unless asked for, and set up in code: its own search for a configuration would
 * take a tenth of a second, and log to standard output.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class Logback extends ContextAwareBase implements Configurator {

  private static final String PATTERN = "%date{HH:mm:ss.SSS} %-5level %logger{0}: %message%n%nopex";
  private static final String TRACE_PATTERN = "%date{HH:mm:ss.SSS} %-5level %logger{0}: %message%n";

  /** Called by Logback when the first logger is asked for. */
  @Override
  public ExecutionStatus configure(LoggerContext context) {
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** Logs to a file, or else to standard error. */
  static void write(int verbosity, Optional<Path> file) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    OutputStreamAppender<ILoggingEvent> appender = file.map(Logback::file).orElseGet(Logback::err);
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(verbosity > 1 ? TRACE_PATTERN : PATTERN);
    encoder.start();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.start();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.detachAndStopAllAppenders();
    root.addAppender(appender);
    root.setLevel(verbosity > 1 ? Level.DEBUG : Level.WARN);
    context.getLogger("dev.swarmha").setLevel(Level.DEBUG);
    // The HTTP client inside docker-java logs headers and bodies: secrets, tokens, credentials.
    context.getLogger("com.github.dockerjava").setLevel(Level.WARN);
  }

  private static OutputStreamAppender<ILoggingEvent> file(Path path) {
    FileAppender<ILoggingEvent> appender = new FileAppender<>();
    appender.setFile(path.toString());
    return appender;
  }

  private static OutputStreamAppender<ILoggingEvent> err() {
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setTarget(ConsoleTarget.SystemErr.getName());
    return appender;
  }
}
