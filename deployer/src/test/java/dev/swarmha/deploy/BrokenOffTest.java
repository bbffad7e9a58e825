package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.stack;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.outcome.BrokenOffException;
import dev.swarmha.engine.EngineUnreachableException;
import org.junit.jupiter.api.Test;

/** Rollouts in the middle of which the Engine is gone for good. */
final class BrokenOffTest {

  private final DeployScene scene = new DeployScene();

  @Test
  void tellsWhatIsLeftBehindWhenTheEngineIsGoneWhileTasksStart() {
    scene.deploy(stack("shop").service("web", "web:1"));
    theEngineIsGoneOnceAServiceIsUpdated();

    assertThatThrownBy(() -> scene.deploy(stack("shop").service("web", "web:2")))
        .isInstanceOf(BrokenOffException.class)
        .hasCauseInstanceOf(EngineUnreachableException.class)
        .hasMessageEndingWith(
            "; stack shop: everything is submitted, and nobody waits for it any more;"
                + " the next swarmha deploy or rollback takes it up; see: swarmha status shop");
  }

  @Test
  void tellsWhatIsLeftBehindWhenARollbackIsCutOff() {
    scene.deploy(stack("shop").service("web", "web:1"));
    scene.deploy(stack("shop").service("web", "web:2"));
    theEngineIsGoneOnceAServiceIsUpdated();

    assertThatThrownBy(() -> scene.rollBack(1))
        .isInstanceOf(BrokenOffException.class)
        .hasMessageContaining("; stack shop: everything is submitted");
  }

  @Test
  void saysNothingOfTheStackWhereItHasNotBeenChanged() {
    scene.swarm.engineUnreachableFor(ofMinutes(10));

    assertThatThrownBy(() -> scene.deploy(stack("shop").service("web", "web:1")))
        .isInstanceOf(EngineUnreachableException.class);
    assertThat(scene.events).isEmpty();
  }

  private void theEngineIsGoneOnceAServiceIsUpdated() {
    Runnable gone = () -> scene.swarm.engineUnreachableFor(ofMinutes(10));
    scene.swarm.beforeNextCall("update", () -> scene.swarm.beforeNextCall("tasks", gone));
  }
}
