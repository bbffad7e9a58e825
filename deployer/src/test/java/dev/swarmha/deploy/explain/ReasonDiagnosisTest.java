package dev.swarmha.deploy.explain;

import static dev.swarmha.engine.testkit.ServiceSpecBuilder.service;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Container.HealthCheckRun;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.ConvergenceWait;
import dev.swarmha.wait.Diagnosis;
import dev.swarmha.wait.Diagnosis.NodeRefusal;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.ServiceTarget;
import dev.swarmha.wait.WaitLimits;
import dev.swarmha.wait.WaitScope;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonDiagnosisTest {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2");

  @Test
  void namesWhatEachNodeLacks() throws InterruptedException {
    Diagnosis diagnosis =
        diagnosis(service("db", "db:1").constraint("node.labels.database == primary"));

    assertThat(diagnosis.nodes())
        .containsExactly(
            new NodeRefusal("n1", "label database is not set, wanted primary"),
            new NodeRefusal("n2", "label database is not set, wanted primary"));
    assertThat(diagnosis.advice().orElseThrow()).startsWith("label a node");
    assertThat(diagnosis.exitCode()).isEmpty();
  }

  @Test
  void tellsTheExitCodeAndWhatToDo() throws InterruptedException {
    swarm.image("web:1").crashesAtOnce(3);

    Diagnosis diagnosis = diagnosis(service("web", "web:1"));

    assertThat(diagnosis.exitCode()).contains(3);
    assertThat(diagnosis.advice()).contains(Ailment.CRASHED.advice());
    assertThat(diagnosis.outOfMemory()).isFalse();
  }

  @Test
  void tellsThatMemoryRanOutWhereItIsCertain() throws InterruptedException {
    swarm.image("web:1").runsOutOfMemoryAfter(ofSeconds(1));

    Diagnosis near = diagnosis(service("near", "web:1").constraint("node.hostname == n1"));
    Diagnosis far = diagnosis(service("far", "web:1").constraint("node.hostname == n2"));

    assertThat(near.outOfMemory()).isTrue();
    assertThat(near.advice()).contains(Ailment.OUT_OF_MEMORY.advice());
    assertThat(far.outOfMemory()).isFalse();
    assertThat(far.advice()).contains(Ailment.KILLED.advice());
  }

  @Test
  void tellsWhatTheHealthcheckWroteOnTheEngineThatItAsks() throws InterruptedException {
    swarm.image("web:1").neverHealthy().healthcheckSays("HTTP 503", "HTTP 503");

    Diagnosis near = diagnosis(service("near", "web:1").constraint("node.hostname == n1"));
    Diagnosis far = diagnosis(service("far", "web:1").constraint("node.hostname == n2"));

    assertThat(near.healthChecks()).containsExactly(new HealthCheckRun(1, "HTTP 503"));
    assertThat(near.advice()).contains(Ailment.UNHEALTHY.advice());
    assertThat(far.healthChecks()).isEmpty();
  }

  @Test
  void knowsJobs() throws InterruptedException {
    swarm.image("job:1").crashesAtOnce(1);

    Diagnosis diagnosis =
        diagnosis(
            service("job", "job:1")
                .with(DocumentPath.of("Mode"), Mapping.of("ReplicatedJob", Mapping.empty()))
                .restart("none", ofSeconds(1), 0));

    assertThat(diagnosis.advice()).contains(Ailment.JOB_FAILED.advice());
  }

  @Test
  void leavesReasonsAloneThatNoTaskStandsFor() {
    List<Reason> reasons = List.of(Reason.ofService("http://shop/", "HTTP 503"));
    int calls = swarm.calls().all().size();

    assertThat(diagnosisOf(reasons)).isEqualTo(reasons);
    assertThat(swarm.calls().all()).hasSize(calls);
  }

  @Test
  void makesDoWithTheWordsWhenTheEngineIsAway() throws InterruptedException {
    List<Reason> reasons =
        reasons(service("db", "db:1").constraint("node.labels.database == primary"));
    swarm.failNextCall("list", new EngineUnreachableException("gone", null));

    Diagnosis diagnosis = diagnosed(reasons);

    assertThat(diagnosis.nodes()).isEmpty();
    assertThat(diagnosis.advice()).contains(Ailment.NO_SUITABLE_NODE.advice());
  }

  private Diagnosis diagnosis(ServiceSpecBuilder spec) throws InterruptedException {
    return diagnosed(reasons(spec));
  }

  private Diagnosis diagnosed(List<Reason> reasons) {
    List<Reason> diagnosed = diagnosisOf(reasons);
    assertThat(diagnosed).hasSize(1);
    return diagnosed.get(0).diagnosis();
  }

  private List<Reason> diagnosisOf(List<Reason> reasons) {
    return new ReasonDiagnosis(
            swarm.connection().swarm(), swarm.connection().containers(), swarm.timeline())
        .of(reasons);
  }

  private List<Reason> reasons(ServiceSpecBuilder spec) throws InterruptedException {
    String name = spec.build().text("Name").orElseThrow();
    swarm.connection().swarm().create(ResourceKind.SERVICE, spec.build(), WriteOptions.NONE);
    ServiceTarget target =
        new ServiceTarget(
            name, swarm.service(name).resource().id(), observed -> true, Duration.ofSeconds(5));
    return new ConvergenceWait(
            swarm.connection().swarm(), swarm.connection().logs(), swarm.timeline(), event -> {})
        .await(
            WaitScope.ofSwarm(),
            List.of(target),
            Deadline.in(ofMinutes(2), swarm.timeline()),
            WaitLimits.DEFAULT)
        .reasons();
  }
}
