package dev.swarmha.engine.testkit;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.EngineInfo.Membership;
import dev.swarmha.engine.NotAManagerException;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.failover.FailoverConnection;
import dev.swarmha.engine.failover.Manager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A manager that has just been started again: its Engine answers before it is in its swarm. */
class PendingManagerTest {

  private final InMemorySwarm swarm =
      InMemorySwarm.builder().manager("m1").manager("m2").manager("m3").build();
  private final VirtualTimeline timeline = swarm.timeline();

  @Test
  void waitsForAManagerThatIsOnItsWayWhenTheOthersAreGone() {
    swarm.node("m1").unreachableFor(ofMinutes(10));

    assertThat(overM1AndM2PendingFor(ofSeconds(7)).nodes()).hasSize(3);
    assertThat(timeline.elapsed()).isBetween(ofSeconds(7), ofSeconds(8));
  }

  @Test
  void givesUpOnAnEngineThatNeverArrives() {
    swarm.node("m1").unreachableFor(ofMinutes(10));

    assertThatThrownBy(overM1AndM2PendingFor(ofMinutes(10))::nodes)
        .isInstanceOf(NotAManagerException.class)
        .hasMessageStartingWith("no manager can be used: ")
        .hasMessageEndingWith("the Engine at m2 is no manager of a swarm (pending)");
    assertThat(timeline.elapsed()).isEqualTo(ofSeconds(45));
  }

  private SwarmEngine overM1AndM2PendingFor(Duration time) {
    EngineConnection pending =
        new Pending(swarm.engine("m2"), timeline, timeline.instant().plus(time));
    return FailoverConnection.over(
            List.of(new Manager("m1", swarm.engine("m1")), new Manager("m2", pending)), timeline)
        .swarm();
  }

  private record Pending(EngineConnection forwarded, VirtualTimeline timeline, Instant until)
      implements ForwardingConnection {

    @Override
    public EngineInfo info() {
      EngineInfo info = engine().info();
      return timeline.instant().isBefore(until) ? pending(info) : info;
    }

    private static EngineInfo pending(EngineInfo info) {
      return new EngineInfo(
          info.engineVersion(),
          info.apiVersion(),
          info.hostname(),
          Membership.PENDING,
          info.node(),
          info.nodeAddress(),
          info.cluster(),
          info.managers(),
          info.error(),
          info.clock());
    }
  }
}
