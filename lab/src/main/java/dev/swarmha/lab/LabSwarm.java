package dev.swarmha.lab;

import static dev.swarmha.lab.Eventually.eventually;
import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.SwarmEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Real Engines in the hands of one test, which may do to them what it likes. */
public final class LabSwarm {

  private static final Duration SOON = Duration.ofMinutes(1);

  private final RaisedLab lab;
  private final Artefacts artefacts;
  private final Connections connections;
  private final List<LabShell> shells = new ArrayList<>();
  private final List<CommandServer> servers = new ArrayList<>();

  LabSwarm(RaisedLab lab, Artefacts artefacts) {
    this.lab = requireNonNull(lab, "lab");
    this.artefacts = requireNonNull(artefacts, "artefacts");
    this.connections = new Connections(lab);
  }

  /** The nodes that each test starts with; the first is a manager, if there are any. */
  public List<String> nodes() {
    return lab.shape().nodes();
  }

  /** The endpoint of a node, {@code tcp://ADDRESS:PORT}. */
  public String endpoint(String node) {
    return lab.endpoint(node);
  }

  /** The socket of a node's Engine as this machine sees it, {@code unix:///PATH}. */
  public String socket(String node) {
    String[] words = {"env", node, "--unix"};
    return lab.run(artefacts.record("lab", words), words).out().strip();
  }

  /** The address that a node has in the lab's network. */
  public String address(String node) {
    return URI.create(endpoint(node)).getHost();
  }

  /** The ports of a node's Engine, over a connection that lasts as long as the test. */
  public EngineConnection connection(String node) {
    return connections.to(node);
  }

  /** The swarm as the first node sees it. */
  public SwarmEngine swarm() {
    return connection(nodes().get(0)).swarm();
  }

  /** Our program with the first node's Engine. */
  public Program program() {
    return program(nodes().get(0));
  }

  /** Our program with a node's Engine. */
  public Program program(String node) {
    return Program.swarmha(lab.project(), artefacts).at(endpoint(node));
  }

  /** The docker CLI of this machine with a node's Engine. */
  public Program docker(String node) {
    return Program.docker(lab.project(), artefacts).at(endpoint(node));
  }

  /** Runs our program with the first node's Engine. */
  public Finished swarmha(String... arguments) {
    return program().run(arguments);
  }

  /**
   * Has Docker set a node's availability: {@code active}, {@code pause} or {@code drain}. It reads
   * the node and writes it, and is refused where the node reports about itself in between.
   */
  public void setAvailability(String node, String availability) {
    Program docker = docker(nodes().get(0));
    eventually(
        () -> docker.run("node", "update", "--availability", availability, node).expect(0), SOON);
  }

  /** Makes the registry, which plays Docker Hub, answer for more names, each with this image. */
  public void tag(String image, Collection<String> names) {
    String[] words = Stream.concat(Stream.of("tag", image), names.stream()).toArray(String[]::new);
    lab.run(artefacts.record("lab", "tag"), words);
  }

  /**
   * Makes the registry answer for real servers, such as {@code debian/nginx:12}; each is built once
   * on a machine.
   */
  public void images(Collection<String> names) {
    String[] words = Stream.concat(Stream.of("images"), names.stream()).toArray(String[]::new);
    lab.run(artefacts.record("lab", "images"), words);
  }

  /** The project's directory, which commands run in. */
  public Path project() {
    return lab.project().root();
  }

  /** Ends a node's Engine and containers at once; the address refuses connections. */
  public void kill(String node) {
    harm("kill", node);
  }

  /** Ends a node's Engine and containers at once; the address falls silent. */
  public void powerOff(String node) {
    harm("poweroff", node);
  }

  /** Starts a node's Engine again, with the data that it had. */
  public void start(String node) {
    harm("start", node);
  }

  /** Cuts a node off from the others; it runs on. */
  public void partition(String node) {
    harm("partition", node);
  }

  /** Connects a node again. */
  public void heal(String node) {
    harm("heal", node);
  }

  /** Adds a node that is in no swarm. */
  public void add(String node) {
    harm("add", node);
  }

  /** Runs a program inside a node, such as {@code docker}, and returns its standard output. */
  public String exec(String node, String... command) {
    String[] words =
        Stream.concat(Stream.of("exec", node, "--"), Stream.of(command)).toArray(String[]::new);
    return lab.run(artefacts.record("lab", words), words).out();
  }

  /**
   * A shell whose {@code swarmha} is the packaged program with the first node's Engine, and in
   * which {@code lab/swarm} means this lab; it ends with the test.
   */
  public LabShell shell(Path directory) {
    Path launcher = lab.project().launcher();
    return shell(requireNonNull(launcher.getParent(), "launcher"), directory);
  }

  /** Such a shell whose {@code swarmha} runs within the Java of the tests, as {@link Program}. */
  public LabShell shellInThisJava(Path directory) {
    try {
      Path bin = artefacts.directory().resolve("bin");
      servers.add(CommandServer.start(bin));
      return shell(bin, directory);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot serve a shell", broken);
    }
  }

  private LabShell shell(Path bin, Path directory) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("DOCKER_HOST", endpoint(nodes().get(0)));
    environment.put("SWARMHA_LAB", lab.name());
    Path records = artefacts.record("shell");
    LabShell shell = LabShell.start(lab.project(), bin, records, directory, environment);
    shells.add(shell);
    lab.mayBeHarmed();
    return shell;
  }

  private void harm(String what, String node) {
    lab.harm(artefacts.record("lab", what, node), what, node);
  }

  void close() {
    shells.forEach(LabShell::close);
    servers.forEach(CommandServer::close);
    connections.close();
  }
}
