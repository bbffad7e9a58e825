package dev.swarmha.lab.parity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.swarmha.lab.Finished;
import dev.swarmha.lab.Program;
import dev.swarmha.lab.live.OneNodeSwarm;
import dev.swarmha.lab.live.SwarmPool;
import dev.swarmha.lab.parity.ParityCase.Present;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The files of a case, deployed by docker to a real Engine and then by swarmha: no task may notice.
 * Where the Engine refuses docker, it has to refuse swarmha in the same words.
 */
record ToolSwitch(ParityCase subject) implements SwarmPool.Piece<ToolSwitch.Result> {

  private static final Pattern TOO_NEW =
      Pattern.compile("needs API [0-9.]+, and the Engine speaks [0-9.]+");
  private static final String REASON = "Error response from daemon: ";

  /** How a switch can end well. */
  enum Ending {
    UNCHANGED("unchanged"),
    UPDATED("updated without a restart"),
    REFUSED("refused alike by the Engine"),
    TOO_NEW("too new for the Engine");

    private final String words;

    Ending(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** How it went, why it was refused if it was, and what went wrong. */
  record Result(ParityCase subject, Ending ending, String refusal, List<String> troubles) {

    Result {
      troubles = List.copyOf(troubles);
    }
  }

  /** Tasks that are pending are replaced as those are that run, and cost nothing. */
  @Override
  public boolean wantsTasks() {
    return false;
  }

  @Override
  public boolean leavesOnlyObjects() {
    return true;
  }

  @Override
  public Result run(OneNodeSwarm swarm) {
    try {
      return attempt(swarm);
    } catch (AssertionError trouble) {
      return new Result(subject, Ending.REFUSED, "", List.of(trouble.toString()));
    }
  }

  private Result attempt(OneNodeSwarm swarm) {
    subject.settings().present().forEach(object -> make(object, swarm.docker()));
    Finished docker = docker(swarm);
    return docker.exitCode() == 0 ? switched(swarm) : refused(swarm, docker);
  }

  private Result switched(OneNodeSwarm swarm) {
    Set<String> tasks = swarm.wantedTasks();
    Map<String, JsonNode> templates = swarm.taskTemplates();
    Map<String, Long> versions = swarm.versions();

    Ended swarmha = swarmha(swarm);

    List<String> troubles = new ArrayList<>();
    boolean tooNew = swarmha.code() == 1 && TOO_NEW.matcher(swarmha.err()).find();
    if (swarmha.code() != 0 && !tooNew) {
      troubles.add("docker deploys it and swarmha does not: " + swarmha);
    }
    if (!swarm.wantedTasks().containsAll(tasks)) {
      troubles.add("tasks are restarted by " + swarmha);
    }
    if (!swarm.taskTemplates().equals(templates)) {
      troubles.add("tasks are to be otherwise than before, after " + swarmha);
    }
    if (tooNew) {
      return new Result(subject, Ending.TOO_NEW, swarmha.err().strip(), troubles);
    }
    boolean unchanged =
        swarmha.out().contains("\"outcome\":\"unchanged\"") && swarm.versions().equals(versions);
    return new Result(subject, unchanged ? Ending.UNCHANGED : Ending.UPDATED, "", troubles);
  }

  private Result refused(OneNodeSwarm swarm, Finished docker) {
    String said = docker.err().strip();
    String reason = said.substring(said.lastIndexOf('\n') + 1);
    Ended swarmha = swarmha(swarm);
    List<String> troubles = new ArrayList<>();
    if (!reason.contains(REASON)) {
      troubles.add("docker does not deploy it, and not for the Engine's sake: " + docker);
    } else if (swarmha.code() == 0) {
      troubles.add("the Engine refuses docker, and swarmha deploys it: " + docker);
    } else if (!bare(swarmha.out()).contains(bare(words(reason)))) {
      troubles.add("the Engine's reason is " + reason + " and is not to be seen in " + swarmha);
    }
    return new Result(subject, Ending.REFUSED, reason, troubles);
  }

  private static String words(String reason) {
    return reason
        .substring(reason.indexOf(REASON) + REASON.length())
        .replaceFirst("^rpc error: code = \\w+ desc = ", "");
  }

  /** Without quotes, which JSON escapes, and numbers: docker picks services at random. */
  private static String bare(String text) {
    return text.replaceAll("[\\\\\"]+", "").replaceAll("\\d+", "#");
  }

  private Ended swarmha(OneNodeSwarm swarm) {
    return new SwarmhaCli().takeOver(subject, swarm.endpoint());
  }

  private Finished docker(OneNodeSwarm swarm) {
    ParityCase.Settings settings = subject.settings();
    List<String> words = new ArrayList<>(List.of("--resolve-image", "never"));
    settings.files().forEach(file -> words.addAll(List.of("-c", file)));
    words.add(Deployer.STACK);
    return swarm
        .docker()
        .withNothingBut(settings.variables())
        .in(subject.directory())
        .reading(CaseInput.of(subject))
        .run(swarm.installedDocker().deploying(words.toArray(String[]::new)));
  }

  private static void make(Present object, Program docker) {
    String name = object.name();
    String[] words =
        switch (object.kind()) {
          case "networks" ->
              new String[] {"network", "create", "--driver", "overlay", "--attachable", name};
          case "services" ->
              new String[] {
                "service", "create", "--detach", "--no-resolve-image", "--name", name, "x"
              };
          default -> new String[] {object.kind().replaceFirst("s$", ""), "create", name, "-"};
        };
    docker.reading("content of " + name).run(words).expect(0);
  }
}
