package dev.swarmha.lab.examples;

import static java.util.Objects.requireNonNull;

import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.tour.Tour;
import java.nio.file.Path;
import java.util.List;

/** A directory of {@code examples} with the servers that its override for the lab names. */
record Example(LabSwarm lab, Path directory) {

  Example {
    requireNonNull(lab, "lab");
    requireNonNull(directory, "directory");
  }

  static Example of(LabSwarm lab, String name, String... servers) {
    lab.images(List.of(servers));
    return new Example(lab, lab.project().resolve("examples").resolve(name));
  }

  /** Does what its README says. */
  void tour() {
    Tour.run(lab, readme());
  }

  /** Does what its README says up to a command with these words; the rest can come later. */
  Tour tourThrough(String words) {
    return Tour.of(lab, readme()).through(words);
  }

  private String readme() {
    return lab.project().relativize(directory.resolve("README.md")).toString();
  }

  /** Ends a container of a service on a node at once, as the kernel does when memory is short. */
  void killContainer(String node, String service) {
    lab.exec(node, "docker", "kill", containers(node, service).get(0));
  }

  private List<String> containers(String node, String service) {
    String label = "label=com.docker.swarm.service.name=" + service;
    List<String> found = lab.exec(node, "docker", "ps", "-q", "--filter", label).lines().toList();
    if (found.isEmpty()) {
      throw new AssertionError("no container of " + service + " runs on " + node);
    }
    return found;
  }
}
