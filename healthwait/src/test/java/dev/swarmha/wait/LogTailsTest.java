package dev.swarmha.wait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.ResourceId;
import dev.swarmha.wait.Reason.FailedTask;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LogTailsTest {

  private static final Optional<FailedTask> TASK =
      Optional.of(new FailedTask(new ResourceId("t1"), "shop_web.1"));

  private final LogTails tails =
      new LogTails((TailsOnly) (task, lines) -> List.of("log of " + task));

  @Test
  void addsTheLogOfTheFailedTask() {
    Reason crashed = new Reason("shop_web", TASK, Optional.of("n1"), "exit (1)", List.of());

    assertThat(tails.addTo(List.of(crashed)))
        .containsExactly(crashed.withLogTail(List.of("log of t1")));
  }

  @Test
  void asksForNoLogOfATaskThatNeverHadANode() {
    Reason pending = new Reason("shop_web", TASK, Optional.empty(), "no suitable node", List.of());

    assertThat(tails.addTo(List.of(pending))).containsExactly(pending);
  }
}
