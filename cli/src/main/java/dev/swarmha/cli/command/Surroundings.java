package dev.swarmha.cli.command;

import static java.util.Objects.requireNonNull;

import dev.swarmha.cli.error.UnreadableInputException;
import dev.swarmha.cli.terminal.BeatingTimeline;
import dev.swarmha.cli.terminal.Terminals;
import dev.swarmha.deploy.Operator;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.docker.endpoint.EndpointOptions;
import dev.swarmha.engine.probe.Prober;
import dev.swarmha.engine.time.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/**
 * Everything outside the program that a command can touch, its own output apart, and in whose name
 * it does so.
 *
 * @param directory where names of files that are typed start from
 * @param terminals where the terminal comes from, if somebody looks at what is printed while it is
 */
public record Surroundings(
    Map<String, String> environment,
    Path directory,
    InputStream input,
    Engines engines,
    Timeline timeline,
    Prober prober,
    Operator operator,
    Terminals terminals) {

  public Surroundings {
    environment = new TreeMap<>(environment);
    requireNonNull(directory, "directory");
    requireNonNull(input, "input");
    requireNonNull(engines, "engines");
    requireNonNull(timeline, "timeline");
    requireNonNull(prober, "prober");
    requireNonNull(operator, "operator");
    requireNonNull(terminals, "terminals");
  }

  /** With nobody in particular at the keyboard. */
  public Surroundings(
      Map<String, String> environment,
      Path directory,
      InputStream input,
      Engines engines,
      Timeline timeline,
      Prober prober) {
    this(environment, directory, input, engines, timeline, prober, Operator.UNKNOWN);
  }

  /** With nobody looking on. */
  public Surroundings(
      Map<String, String> environment,
      Path directory,
      InputStream input,
      Engines engines,
      Timeline timeline,
      Prober prober,
      Operator operator) {
    this(environment, directory, input, engines, timeline, prober, operator, Terminals.NONE);
  }

  /** Opens connections to Engines. */
  @FunctionalInterface
  public interface Engines {
    EngineConnection connect(EndpointOptions endpoint);

    /** One Engine alone, for those who have their own patience with it. */
    default EngineConnection single(EndpointOptions endpoint) {
      return connect(endpoint);
    }

    /** For questions beside the user's command, which no Ctrl-C is about. */
    default EngineConnection aside(EndpointOptions endpoint) {
      return connect(endpoint);
    }

    /** What asks several Engines at once; by itself it asks one after the other. */
    default Executor sideBySide() {
      return Runnable::run;
    }
  }

  /** The same, where somebody is told while time passes. */
  Surroundings beating(Runnable onBeat) {
    return new Surroundings(
        environment,
        directory,
        input,
        engines,
        new BeatingTimeline(timeline, onBeat),
        prober,
        operator,
        terminals);
  }

  /** The same, with another standard input. */
  Surroundings with(InputStream other) {
    return new Surroundings(
        environment, directory, other, engines, timeline, prober, operator, terminals);
  }

  /** Where a file lies that a user has named; standard input comes from here. */
  Path directoryOf(String file) {
    return Optional.of(file)
        .filter(name -> !name.equals("-"))
        .flatMap(name -> Optional.ofNullable(directory.resolve(name).getParent()))
        .orElse(directory);
  }

  /** A file that a user has named. */
  Path path(String file) {
    return directory.resolve(file);
  }

  /**
   * The bytes of a file, or of standard input for {@code -}.
   *
   * @throws UnreadableInputException when it cannot be read
   */
  Payload read(String file) {
    try {
      return Payload.of(
          file.equals("-") ? input.readAllBytes() : Files.readAllBytes(directory.resolve(file)));
    } catch (NoSuchFileException missing) {
      throw new UnreadableInputException("cannot read " + file + ": no such file", missing);
    } catch (IOException unreadable) {
      throw new UnreadableInputException(
          "cannot read " + file + ": " + unreadable.getMessage(), unreadable);
    }
  }
}
