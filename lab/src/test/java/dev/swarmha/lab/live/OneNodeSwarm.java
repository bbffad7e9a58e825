package dev.swarmha.lab.live;

import static dev.swarmha.lab.Eventually.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import dev.swarmha.lab.Finished;
import dev.swarmha.lab.InstalledDocker;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A swarm of one Engine, and both tools in front of it. */
public final class OneNodeSwarm {

  private static final Duration WITHIN = Duration.ofMinutes(2);
  private static final List<String> OBJECTS = List.of("services", "networks", "secrets", "configs");
  private static final Set<String> UP = Set.of("starting", "running");
  private static final Set<String> STOPPED = Set.of("shutdown", "remove");
  private static final Set<String> ENDED_BY_THEMSELVES = Set.of("failed", "rejected", "complete");
  private static final Set<String> ON_THE_WAY =
      Set.of("new", "allocated", "assigned", "accepted", "preparing", "ready");

  private final LabSwarm lab;
  private final InstalledDocker docker;
  private final String node;
  private final EngineApi engine;

  private OneNodeSwarm(LabSwarm lab, InstalledDocker docker, String node) {
    this.lab = lab;
    this.docker = docker;
    this.node = node;
    this.engine = new EngineApi(lab.endpoint(node));
  }

  /**
   * Makes a swarm of a node that is in none. Where tasks are not wanted all of them stay pending,
   * which is all that most comparisons need.
   */
  static OneNodeSwarm form(LabSwarm lab, InstalledDocker docker, String node, boolean withTasks) {
    OneNodeSwarm swarm = new OneNodeSwarm(lab, docker, node);
    String availability = withTasks ? "active" : "drain";
    String[] init = {
      "swarm", "init", "--advertise-addr", lab.address(node), "--availability", availability
    };
    swarm.docker(lab.project(), init).expect(0);
    return swarm;
  }

  /**
   * Stops all tasks; those that are made from now on stay pending. What the node reports about
   * itself may come between reading and writing it.
   */
  void drain() {
    eventually(
        () -> docker(lab.project(), "node", "update", "--availability", "drain", node).expect(0),
        WITHIN);
  }

  /**
   * Takes it apart: nothing can stay behind. An Engine that has too much to do gives up after
   * fifteen seconds, and wants to be asked again.
   */
  void dissolve() {
    eventually(
        () -> {
          Finished leave = docker(lab.project(), "swarm", "leave", "--force");
          if (!leave.err().contains("not part of a swarm")) {
            leave.expect(0);
          }
        },
        WITHIN);
  }

  /** Removes all objects, of which no task runs: a tenth of the work of making a new swarm. */
  void clear() {
    OBJECTS.forEach(kind -> eventually(() -> remove(kind), WITHIN));
  }

  /** A network can be removed once the tasks in it are forgotten. */
  private void remove(String kind) {
    for (JsonNode object : engine.get("/" + kind)) {
      String name = object.path("Name").asText();
      if (!kind.equals("networks") || isMade(object, name)) {
        engine.delete("/" + kind + "/" + object.path("ID").asText(object.path("Id").asText()));
      }
    }
  }

  private static boolean isMade(JsonNode network, String name) {
    return network.path("Scope").asText().equals("swarm") && !name.equals("ingress");
  }

  /** The docker CLI in front of it. */
  public Program docker() {
    return lab.docker(node);
  }

  /** What that program can do. */
  public InstalledDocker installedDocker() {
    return docker;
  }

  /** Where its Engine answers. */
  public String endpoint() {
    return lab.endpoint(node);
  }

  /** Runs the docker CLI; the word NODE stands for this swarm's node. */
  Finished docker(Path directory, String... arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.replaceAll(word -> word.equals("NODE") ? node : word);
    return docker().in(directory).run(words.toArray(String[]::new));
  }

  Finished deploy(Tool tool, String stack, List<String> options) {
    Program program = tool == Tool.DOCKER ? docker() : lab.program(node);
    List<String> words = new ArrayList<>(tool.deploy(docker));
    words.addAll(options);
    words.add(stack);
    return program.run(words.toArray(String[]::new));
  }

  EngineReport report(String stack) {
    return EngineReport.of(engine, stack);
  }

  /** Each service's version by name: it moves with every update, whatever that changes. */
  public Map<String, Long> versions() {
    Map<String, Long> versions = new TreeMap<>();
    engine
        .get("/services")
        .forEach(
            service ->
                versions.put(
                    service.at("/Spec/Name").asText(), service.at("/Version/Index").asLong()));
    return versions;
  }

  /** Each service's template for its tasks by name. */
  public Map<String, JsonNode> taskTemplates() {
    Map<String, JsonNode> templates = new TreeMap<>();
    engine
        .get("/services")
        .forEach(
            service ->
                templates.put(service.at("/Spec/Name").asText(), service.at("/Spec/TaskTemplate")));
    return templates;
  }

  /** The ids of all tasks that nobody has stopped, whether they run or not. */
  public Set<String> wantedTasks() {
    return tasks(task -> !STOPPED.contains(task.path("DesiredState").asText()));
  }

  /** The ids of all tasks that run and shall run. */
  Set<String> runningTasks() {
    return tasks(task -> shallRun(task) && UP.contains(state(task)));
  }

  /** The ids of all tasks that somebody has stopped. */
  Set<String> stoppedTasks() {
    return tasks(task -> !shallRun(task) && !ENDED_BY_THEMSELVES.contains(state(task)));
  }

  /** Returns when every task that can run does. */
  void awaitTasks() {
    eventually(this::requireNoTaskOnTheWay, WITHIN);
  }

  private void requireNoTaskOnTheWay() {
    Set<String> coming = tasks(task -> shallRun(task) && ON_THE_WAY.contains(state(task)));
    if (!coming.isEmpty()) {
      throw new AssertionError("tasks are about to start: " + coming);
    }
  }

  private Set<String> tasks(Predicate<JsonNode> wanted) {
    Set<String> tasks = new TreeSet<>();
    for (JsonNode task : engine.get("/tasks")) {
      if (wanted.test(task)) {
        tasks.add(task.path("ID").asText());
      }
    }
    return tasks;
  }

  private static boolean shallRun(JsonNode task) {
    return task.path("DesiredState").asText().equals("running");
  }

  private static String state(JsonNode task) {
    return task.at("/Status/State").asText();
  }
}
