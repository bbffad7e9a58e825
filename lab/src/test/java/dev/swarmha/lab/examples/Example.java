package dev.swarmha.lab.examples;

import static java.util.Objects.requireNonNull;

import dev.swarmha.lab.Finished;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.Program;
import dev.swarmha.lab.tour.Tour;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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

  /** The packaged program in the example's directory. */
  Program program() {
    return lab.program().in(directory);
  }

  /** Deploys the example as its tour does in the lab. */
  Finished deploy(String stack) {
    return deploy(program(), stack);
  }

  /** Deploys the example with variables that the program brings along. */
  static Finished deploy(Program program, String stack) {
    return program.run(
        "deploy", "-c", "stack.yml", "-c", "stack.lab.yml", stack, "--progress", "plain");
  }

  /** Does what its README says, up to where the test takes over; the stack is deployed then. */
  void tour() {
    Tour.run(lab, lab.project().relativize(directory.resolve("README.md")).toString());
  }

  /** Ends a container of a service on a node at once, as the kernel does when memory is short. */
  void killContainer(String node, String service) {
    lab.exec(node, "docker", "kill", containers(node, service).get(0));
  }

  /** Runs a command in the container of a service on a node and returns what it prints. */
  String exec(String node, String service, String... command) {
    Stream<String> docker = Stream.of("docker", "exec", containers(node, service).get(0));
    return lab.exec(node, Stream.concat(docker, Stream.of(command)).toArray(String[]::new));
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
