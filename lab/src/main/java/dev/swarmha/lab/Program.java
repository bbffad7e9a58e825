package dev.swarmha.lab;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The packaged program, about to be run as a process. Of the environment of the tests it sees
 * nothing that has to do with Docker.
 */
public final class Program {

  private static final Duration WITHIN = Duration.ofMinutes(2);

  private final Project project;
  private final Artefacts artefacts;
  private final Command basis;

  private Program(Project project, Artefacts artefacts, Command basis) {
    this.project = requireNonNull(project, "project");
    this.artefacts = requireNonNull(artefacts, "artefacts");
    this.basis = requireNonNull(basis, "basis");
  }

  static Program of(Project project, Artefacts artefacts) {
    Map<String, String> environment = new TreeMap<>();
    System.getenv().keySet().stream()
        .filter(name -> name.startsWith("DOCKER_"))
        .forEach(name -> environment.put(name, ""));
    environment.put("DOCKER_CONFIG", artefacts.directory().resolve("no-docker-config").toString());
    Command basis = new Command(List.of(), project.root(), environment, "", WITHIN);
    return new Program(project, artefacts, basis);
  }

  /** With a variable set in its environment; empty means not set. */
  public Program with(String variable, String value) {
    Map<String, String> environment = new TreeMap<>(basis.environment());
    environment.put(variable, value);
    return based(
        new Command(basis.words(), basis.directory(), environment, basis.input(), basis.within()));
  }

  /** With the Engine at this endpoint, by {@code DOCKER_HOST}. */
  public Program at(String endpoint) {
    return with("DOCKER_HOST", endpoint);
  }

  /** With this on its standard input, which is empty otherwise. */
  public Program reading(String input) {
    return based(
        new Command(basis.words(), basis.directory(), basis.environment(), input, basis.within()));
  }

  /** In this working directory, which is the project's otherwise. */
  public Program in(Path directory) {
    return based(
        new Command(basis.words(), directory, basis.environment(), basis.input(), basis.within()));
  }

  /** With this much time, instead of two minutes, before it counts as hanging. */
  public Program within(Duration time) {
    return based(
        new Command(basis.words(), basis.directory(), basis.environment(), basis.input(), time));
  }

  /** With an empty {@code /run}, and so without an Engine at the default socket. */
  public Program withoutDefaultSocket() {
    List<String> words =
        List.of("unshare", "--mount", "sh", "-c", "mount -t tmpfs none /run && exec \"$@\"", "sh");
    return based(
        new Command(words, basis.directory(), basis.environment(), basis.input(), basis.within()));
  }

  /** Runs it to its end. */
  public Finished run(String... arguments) {
    return start(arguments).await();
  }

  /** Starts it and returns at once. */
  public Running start(String... arguments) {
    // Tests that run in the background ignore Ctrl-C, and what they start would inherit that.
    List<String> words = new ArrayList<>(basis.words());
    words.addAll(List.of("env", "--default-signal=INT"));
    words.add(project.launcher().toString());
    words.addAll(List.of(arguments));
    Command command =
        new Command(words, basis.directory(), basis.environment(), basis.input(), basis.within());
    return artefacts.watch(command.start(artefacts.record("swarmha", arguments)));
  }

  private Program based(Command changed) {
    return new Program(project, artefacts, changed);
  }
}
