package dev.swarmha.deploy.cluster.declared;

import dev.swarmha.deploy.cluster.declared.Survey.Answer;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.stack.cluster.ClusterMachine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks all machines of a cluster what they are, side by side. */
final class SurveyMachines {

  /** Longer than it takes to connect, so that the connection's own words are heard. */
  private static final Duration WITHIN = Duration.ofSeconds(30);

  private final OpenMachines machines;
  private final Executor executor;

  SurveyMachines(OpenMachines machines, Executor executor) {
    this.machines = machines;
    this.executor = executor;
  }

  /**
   * Asks. A machine that does not answer holds nobody up for longer than its own time.
   *
   * @throws InterruptedException when the command is interrupted meanwhile
   */
  Survey run() throws InterruptedException {
    List<CompletableFuture<EngineInfo>> asked = new ArrayList<>();
    for (ClusterMachine machine : machines.machines()) {
      asked.add(
          CompletableFuture.supplyAsync(
              () -> machines.to(machine).impatientSwarm().info(), executor));
    }
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      answers.add(answer(machines.machines().get(i), asked.get(i)));
    }
    return new Survey(answers);
  }

  private static Answer answer(ClusterMachine machine, CompletableFuture<EngineInfo> asked)
      throws InterruptedException {
    try {
      EngineInfo info = asked.get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(machine, Optional.of(info), "");
    } catch (TimeoutException silent) {
      return none(machine, "no answer within " + WITHIN.toSeconds() + " s");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof EngineInterruptedException interrupted) {
        throw interrupted;
      }
      if (failed.getCause() instanceof EngineException away) {
        return none(machine, String.valueOf(away.getMessage()));
      }
      throw failed.getCause() instanceof RuntimeException bug
          ? bug
          : new IllegalStateException(failed.getCause());
    }
  }

  private static Answer none(ClusterMachine machine, String trouble) {
    return new Answer(machine, Optional.empty(), trouble);
  }
}
