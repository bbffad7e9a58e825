package dev.swarmha.lab;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code lab/swarm} for one lab. */
record SwarmScript(Project project, String lab) {

  private static final Duration WITHIN = Duration.ofMinutes(5);

  SwarmScript {
    requireNonNull(project, "project");
    requireNonNull(lab, "lab");
  }

  Command command(List<String> arguments) {
    List<String> words = new ArrayList<>();
    words.add(project.swarmScript().toString());
    words.add("--lab");
    words.add(lab);
    words.addAll(arguments);
    return new Command(words, project.root(), Map.of(), "", WITHIN);
  }

  /** Does something that has to succeed. */
  Finished run(Path record, List<String> arguments) {
    return command(arguments).run(record).expect(0);
  }
}
