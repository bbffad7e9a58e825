package dev.swarmha.engine.testkit.contract;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.time.Timeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * All habits of an Engine that the program relies on. A subclass says which swarm to look at: one
 * of at least two nodes, through a manager. The swarm may be the same for all tests.
 */
public abstract class SwarmEngineContract
    implements ObjectHabits,
        LockHabits,
        ServiceHabits,
        JobHabits,
        RolloutHabits,
        FailureHabits,
        NodeHabits,
        LogHabits,
        SettlingHabits {

  private @Nullable ContractScene scene;

  protected abstract EngineConnection connection();

  protected abstract Timeline timeline();

  protected abstract ContractImages images();

  @BeforeEach
  void open() {
    scene = new ContractScene(connection(), timeline(), images());
  }

  @AfterEach
  void cleanUp() throws InterruptedException {
    scene().cleanUp();
    scene().connection().close();
  }

  @Override
  public final ContractScene scene() {
    return requireNonNull(scene, "scene");
  }
}
