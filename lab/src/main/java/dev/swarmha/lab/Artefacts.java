package dev.swarmha.lab;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a test leaves behind when it fails: every command with its outputs, and the state of the
 * swarm. One directory a test, removed when the test passes.
 */
final class Artefacts {

  private final Path directory;
  private final List<Running> started = new ArrayList<>();
  private int commands;

  Artefacts(Path directory) {
    this.directory = requireNonNull(directory, "directory");
    discard();
  }

  Path directory() {
    return directory;
  }

  /** Where the outputs of the next command go: {@code 03-swarmha-deploy}. */
  synchronized Path record(String program, String... arguments) {
    commands++;
    String name =
        Stream.concat(Stream.of(program), Stream.of(arguments).filter(word -> !isOption(word)))
            .limit(3)
            .map(word -> word.replaceAll("[^\\w.]+", "-"))
            .map(word -> word.substring(0, Math.min(word.length(), 20)))
            .reduce((left, right) -> left + "-" + right)
            .orElse(program);
    return directory.resolve(String.format(Locale.ROOT, "%02d-%s", commands, name));
  }

  private static boolean isOption(String word) {
    return word.startsWith("-");
  }

  /** Makes sure that a command ends with the test at the latest. */
  synchronized Running watch(Running running) {
    started.add(running);
    return running;
  }

  /** Ends what still runs. */
  synchronized void endCommands() {
    started.forEach(Running::end);
  }

  /** Writes down how the swarm stands, by Docker's own tools, and what the Engines have logged. */
  void collect(RaisedLab lab) {
    for (String node : lab.nodes()) {
      Path record = directory.resolve(node);
      lab.attempt(Path.of(record + "-log"), List.of("logs", node));
      lab.attempt(Path.of(record + "-state"), docker(node));
    }
  }

  private static List<String> docker(String node) {
    String script =
        """
        set -x
        docker ps --all --no-trunc
        docker node ls || exit 0
        docker service ls
        services=$(docker service ls --quiet)
        test -z "$services" || docker service ps --no-trunc $services
        docker network ls
        docker secret ls
        docker config ls
        test -z "$services" || docker service inspect $services
        """;
    return List.of("exec", node, "--", "sh", "-c", script);
  }

  /** Removes everything. */
  void discard() {
    new FileTree(directory).delete();
  }
}
