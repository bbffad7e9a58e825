package dev.swarmha.lab.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One stack, its first version deployed by one tool and its second by one. */
record Trial(RealisticStack stack, Tool first, Tool second)
    implements SwarmPool.Piece<Trial.Result> {

  /** What the swarm had after each deploy, and what went otherwise than it should. */
  record Result(Trial trial, List<EngineReport> reports, List<String> troubles) {

    Result {
      reports = List.copyOf(reports);
      troubles = List.copyOf(troubles);
    }
  }

  /** Every order of both tools. */
  static Stream<Trial> of(RealisticStack stack) {
    return Stream.of(Tool.values())
        .flatMap(first -> Stream.of(Tool.values()).map(second -> new Trial(stack, first, second)));
  }

  @Override
  public Result run(OneNodeSwarm swarm) {
    List<EngineReport> reports = new ArrayList<>();
    List<String> troubles = new ArrayList<>();
    try {
      stack.given().forEach(words -> swarm.docker(stack.directory(), words).expect(0));
      deploy(swarm, first, RealisticStack.FIRST);
      reports.add(swarm.report(stack.name()));
      if (wantsTasks()) {
        switchTools(swarm, troubles);
        // An update that fails where tasks run may be taken back by the Engine before it is looked
        // at.
        swarm.drain();
      }
      deploy(swarm, second, RealisticStack.SECOND);
      reports.add(swarm.report(stack.name()));
    } catch (AssertionError trouble) {
      troubles.add(this + ": " + trouble.getMessage());
    }
    return new Result(this, reports, troubles);
  }

  /** Somebody may move to swarmha with a stack that runs. */
  @Override
  public boolean wantsTasks() {
    return first == Tool.DOCKER && second == Tool.SWARMHA;
  }

  /** What a stack needs beforehand may be labels of the node. */
  @Override
  public boolean leavesOnlyObjects() {
    return !wantsTasks() && stack.given().stream().noneMatch(words -> words[0].equals("node"));
  }

  private String deploy(OneNodeSwarm swarm, Tool tool, String version) {
    List<String> files = List.of("-c", stack.file(version).toString());
    return swarm.deploy(tool, stack.name(), files).expect(0).out();
  }

  /** With the same file the other tool must have nothing to do, and no task may be restarted. */
  private void switchTools(OneNodeSwarm swarm, List<String> troubles) {
    swarm.awaitTasks();
    Set<String> running = swarm.runningTasks();
    Map<String, Long> versions = swarm.versions();

    String events = deploy(swarm, second, RealisticStack.FIRST);

    if (!events.contains("\"outcome\":\"unchanged\"") || !swarm.versions().equals(versions)) {
      troubles.add(this + ": the same file again is not unchanged: " + events);
    }
    Set<String> stopped = swarm.stoppedTasks();
    stopped.retainAll(running);
    if (!stopped.isEmpty()) {
      troubles.add(this + ": the same file again has restarted tasks " + stopped);
    }
  }

  @Override
  public String toString() {
    return stack + ", " + first + " then " + second;
  }
}
