package dev.swarmha.wait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import org.junit.jupiter.api.Test;

class JobRulesTest {

  private final SwarmSketch swarm = new SwarmSketch();
  private final ServiceSketch job = swarm.service("job");

  @Test
  void convergesWhenAReplicatedJobHasAllItsCompletions() {
    job.spec(Document.number(2), "Mode", "ReplicatedJob", "TotalCompletions");
    job.task(1).completed();
    job.task(2).completed();

    assertThat(verdict()).isEqualTo(new Convergence.Converged(2));
  }

  @Test
  void countsNoTaskOfAJobThatStillRuns() {
    job.spec(Document.number(2), "Mode", "ReplicatedJob", "TotalCompletions");
    job.task(1).completed();
    job.task(2).ofJob();

    assertThat(verdict()).isEqualTo(new Convergence.Progressing(1, 2));
  }

  @Test
  void countsNoCompletionOfAnEarlierRun() {
    job.spec(Document.number(1), "Mode", "ReplicatedJob", "TotalCompletions");
    job.task(1).completed().outdated();

    assertThat(verdict()).isEqualTo(new Convergence.Progressing(0, 1));
  }

  @Test
  void toleratesFailuresThatAreTriedAgain() {
    job.spec(Document.number(1), "Mode", "ReplicatedJob", "TotalCompletions");
    job.task(1).failed(1);
    job.task(1).completed();

    assertThat(verdict()).isEqualTo(new Convergence.Converged(1));
  }

  @Test
  void convergesWhenAGlobalJobHasCompletedOnEveryNode() {
    job.spec(Mapping.empty(), "Mode", "GlobalJob");
    job.taskOn("n1").completed();
    job.taskOn("n2").completed();

    assertThat(verdict()).isEqualTo(new Convergence.Progressing(2, 3));

    job.taskOn("n3").completed();

    assertThat(verdict()).isEqualTo(new Convergence.Converged(3));
  }

  private Convergence verdict() {
    return ConvergenceJudge.judge(job.target(), swarm.snapshot());
  }
}
