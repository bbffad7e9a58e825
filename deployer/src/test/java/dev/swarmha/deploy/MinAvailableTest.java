package dev.swarmha.deploy;

import static dev.swarmha.deploy.StackBuilder.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.revision.MinAvailable;
import dev.swarmha.deploy.revision.RevisionStore;
import org.junit.jupiter.api.Test;

/** How many tasks must run, as the swarm remembers it without a word in any spec. */
final class MinAvailableTest {

  private final DeployScene scene = new DeployScene();

  @Test
  void isKeptInTheRevision() {
    deploy(2);

    assertThat(remembered().of("shop_web")).hasValue(2);
    assertThat(remembered().of("shop_db")).isEmpty();
  }

  @Test
  void makesANewRevisionWhereNothingElseHasChanged() {
    deploy(2);
    Belongings were = Belongings.of(scene.swarm);

    Outcome changed = deploy(1);
    Outcome again = deploy(1);

    assertThat(changed).isInstanceOf(Outcome.Deployed.class);
    assertThat(again).isInstanceOf(Outcome.Unchanged.class);
    assertThat(remembered().of("shop_web")).hasValue(1);
    assertThat(scene.revisions()).hasSize(2);
    assertThat(Belongings.of(scene.swarm).services()).isEqualTo(were.services());
  }

  @Test
  void comesBackWithARollback() {
    deploy(2);
    deploy(1);

    scene.rollBack(1);

    assertThat(remembered().of("shop_web")).hasValue(2);
  }

  @Test
  void isUnknownOfAStackThatNobodyHasDeployed() {
    assertThat(remembered().of("shop_web")).isEmpty();
  }

  private MinAvailable remembered() {
    return MinAvailable.of("shop", new RevisionStore(scene.swarm.connection().swarm()));
  }

  private Outcome deploy(long minAvailable) {
    return scene.deploy(
        stack("shop")
            .service("web", "web:1", it -> it.replicas(3))
            .service("db", "db:1")
            .minAvailable("web", minAvailable));
  }
}
