package dev.swarmha.lab.revisions;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.lab.Finished;
import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import dev.swarmha.lab.Observed;
import dev.swarmha.lab.Running;
import dev.swarmha.lab.faults.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pipelines that deploy the same stack. */
@Lab
class LockTest {

  private static final String WEB = "lab/src/test/resources/stacks/web.yml";
  private static final String LOCK = "site.swarmha.lock";

  @Fault("two deploys at once")
  void letsOneDeployAStackAtATime(LabSwarm lab) {
    Running first = start(lab, "--message", "winter sale", "--stable-for", "30s");
    awaitService(lab);

    Finished second = run(lab).expect(8);
    Finished removal = lab.swarmha("rm", "site", "--progress", "json").expect(8);
    JsonNode status = lab.swarmha("status", "site", "-o", "json").expect(0).json();

    assertThat(first.isAlive()).isTrue();
    assertThat(second.events("lock-awaited")).isEmpty();
    JsonNode result = second.result();
    assertThat(result.path("outcome").asText()).isEqualTo("locked");
    assertThat(result.path("stack").asText()).isEqualTo("site");
    assertThat(result.path("lock").path("owner").asText()).contains("@", "(pid ");
    assertThat(result.path("lock").path("reason").asText()).isEqualTo("deploy: winter sale");
    assertThat(removal.result().path("lock").path("owner"))
        .isEqualTo(status.path("lock").path("owner"))
        .isEqualTo(result.path("lock").path("owner"));
    assertThat(second.events("plan")).isEmpty();
    first.await().expect(0);
    assertThat(Observed.of(lab).names(ResourceKind.CONFIG)).containsExactly("site.swarmha.r1");
  }

  @Test
  void goesOnWhenTheOtherHasEnded(LabSwarm lab) {
    Running first = start(lab);
    awaitService(lab);

    Finished second = run(lab, "--lock-timeout", "90s").expect(0);

    assertThat(first.await().expect(0).result().path("outcome").asText()).isEqualTo("deployed");
    assertThat(second.events("lock-awaited")).hasSize(1);
    assertThat(second.events("lock-taken-over")).isEmpty();
    assertThat(second.result().path("outcome").asText()).isEqualTo("unchanged");
  }

  @Test
  void letsOneOfTwoBeginThatStartAtOnce(LabSwarm lab) {
    Running one = start(lab);
    Running two = start(lab);

    List<Integer> codes = List.of(one.await().exitCode(), two.await().exitCode());

    assertThat(codes).containsExactlyInAnyOrder(0, 8);
  }

  @Fault("the deploy before was killed and holds the lock")
  void takesOverFromADeployThatWasKilledOnceItsLeaseIsOver(LabSwarm lab) {
    Running first = start(lab);
    awaitService(lab);
    first.kill();
    first.await().expect(137);

    run(lab).expect(8);
    Finished next = run(lab, "--lock-timeout", "2m");

    next.expect(0);
    assertThat(next.events("lock-awaited")).hasSize(1);
    assertThat(next.events("lock-taken-over")).hasSize(1);
    assertThat(Observed.of(lab).names(ResourceKind.CONFIG)).doesNotContain(LOCK);
    assertThat(Observed.of(lab).running("site_web")).hasSize(2);
  }

  /** The new tasks need ten seconds each to become healthy. */
  private static Running start(LabSwarm lab, String... options) {
    return lab.program()
        .with("WEB_IMAGE", "swarmha/web:slow")
        .start(deploy(options).toArray(String[]::new));
  }

  private static Finished run(LabSwarm lab, String... options) {
    return lab.program()
        .with("WEB_IMAGE", "swarmha/web:slow")
        .run(deploy(options).toArray(String[]::new));
  }

  private static List<String> deploy(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("deploy", "-c", WEB, "site", "--progress", "json"));
    arguments.addAll(List.of(options));
    return arguments;
  }

  /** Until the first one has begun to change something. */
  private static void awaitService(LabSwarm lab) {
    eventually(
        () -> assertThat(Observed.of(lab).names(ResourceKind.SERVICE)).contains("site_web"),
        Duration.ofSeconds(60));
    assertThat(Observed.of(lab).names(ResourceKind.CONFIG)).contains(LOCK);
  }
}
