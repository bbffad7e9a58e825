package dev.swarmha.lab;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A program for Swarm, ours or Docker's, about to be run. Ours runs within the Java of the tests,
 * unless it is started to go on by itself, or matters as a process: then it is what is packaged. Of
 * the environment of the tests it sees nothing that has to do with Docker.
 */
public final class Program {

  private static final Duration WITHIN = Duration.ofMinutes(5);

  private final List<String> launcher;
  private final Artefacts artefacts;
  private final Command basis;
  private final boolean isProcess;

  private Program(List<String> launcher, Artefacts artefacts, Command basis, boolean isProcess) {
    this.launcher = List.copyOf(launcher);
    this.artefacts = requireNonNull(artefacts, "artefacts");
    this.basis = requireNonNull(basis, "basis");
    this.isProcess = isProcess;
  }

  /** Our own. */
  static Program swarmha(Project project, Artefacts artefacts) {
    // Tests that run in the background ignore Ctrl-C, and what they start would inherit that.
    List<String> launcher = List.of("env", "--default-signal=INT", project.launcher().toString());
    return of(launcher, project, artefacts, false);
  }

  /** Docker's. */
  static Program docker(Project project, Artefacts artefacts) {
    return of(List.of(InstalledDocker.chosen()), project, artefacts, true);
  }

  private static Program of(
      List<String> launcher, Project project, Artefacts artefacts, boolean isProcess) {
    Map<String, String> environment = new TreeMap<>();
    System.getenv().keySet().stream()
        .filter(name -> name.startsWith("DOCKER_"))
        .forEach(name -> environment.put(name, ""));
    environment.put("DOCKER_CONFIG", artefacts.directory().resolve("no-docker-config").toString());
    // In a pipeline it makes no archive of classes, which pays here: it is started a thousand
    // times.
    environment.put("CI", "");
    environment.put("SWARMHA_CACHE", project.cache().toString());
    Command basis = new Command(List.of(), project.root(), environment, "", WITHIN);
    return new Program(launcher, artefacts, basis, isProcess);
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

  /** With these variables and no others, but for those that it needs to be found and to connect. */
  public Program withNothingBut(Map<String, String> variables) {
    Map<String, String> all = new TreeMap<>(basis.environment());
    all.values().removeIf(String::isEmpty);
    all.put("PATH", System.getenv().getOrDefault("PATH", ""));
    all.putAll(variables);
    List<String> words = new ArrayList<>(List.of("env", "-i"));
    all.forEach((name, value) -> words.add(name + "=" + value));
    return based(new Command(words, basis.directory(), Map.of(), basis.input(), basis.within()))
        .asProcess();
  }

  /** The packaged program, with a process of its own for each command. */
  public Program asProcess() {
    return new Program(launcher, artefacts, basis, true);
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

  /** With this much time, instead of five minutes, before it counts as hanging. */
  public Program within(Duration time) {
    return based(
        new Command(basis.words(), basis.directory(), basis.environment(), basis.input(), time));
  }

  /** With an empty {@code /run}, and so without an Engine at the default socket. */
  public Program withoutDefaultSocket() {
    List<String> words =
        List.of("unshare", "--mount", "sh", "-c", "mount -t tmpfs none /run && exec \"$@\"", "sh");
    return based(command(words)).asProcess();
  }

  /** Runs it to its end. */
  public Finished run(String... arguments) {
    if (isProcess) {
      return start(arguments).await();
    }
    Command command = command(List.of(arguments));
    return new InThisJava(command, artefacts.record(name(), arguments)).run();
  }

  /** Starts it, as a process, and returns at once. */
  public Running start(String... arguments) {
    List<String> words = new ArrayList<>(basis.words());
    words.addAll(launcher);
    words.addAll(List.of(arguments));
    return artefacts.watch(command(words).start(artefacts.record(name(), arguments)));
  }

  private Command command(List<String> words) {
    return new Command(
        words, basis.directory(), basis.environment(), basis.input(), basis.within());
  }

  private String name() {
    return Path.of(launcher.get(launcher.size() - 1)).getFileName().toString();
  }

  private Program based(Command changed) {
    return new Program(launcher, artefacts, changed, isProcess);
  }
}
