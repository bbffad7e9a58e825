package dev.swarmha.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.engine.EngineInfo.Membership;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.Node.Role;
import dev.swarmha.engine.SwarmMembership.InitRequest;
import dev.swarmha.engine.SwarmMembership.JoinRequest;
import dev.swarmha.engine.testkit.InMemorySwarm;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MembershipTest {

  private final InMemorySwarm swarm = InMemorySwarm.bare("n1", "n2", "n3");

  @Test
  void makesTheFirstManager() {
    Outcome outcome = init("n1");

    assertThat(outcome.summary()).startsWith("swarm initialised; Engine n1 is its first manager");
    assertThat(membership("n1")).isEqualTo(Membership.MANAGER);
  }

  @Test
  void leavesAnEngineThatIsAManagerAlreadyAsItIs() {
    init("n1");

    Outcome outcome = init("n1");

    assertThat(outcome.summary())
        .isEqualTo("Engine n1 is a manager of a swarm already; nothing to do");
  }

  @Test
  void joinsInTheRoleOfTheToken() {
    init("n1");

    Outcome asManager = join("n2", Role.MANAGER);
    Outcome asWorker = join("n3", Role.WORKER);

    assertThat(asManager.summary()).isEqualTo("Engine n2 has joined the swarm as a manager");
    assertThat(asWorker.summary()).isEqualTo("Engine n3 has joined the swarm as a worker");
  }

  @Test
  void joinsOnlyOnce() {
    init("n1");
    join("n2", Role.WORKER);

    Outcome outcome = join("n2", Role.WORKER);

    assertThat(outcome.summary()).contains("in that swarm already").contains("nothing to do");
  }

  @Test
  void neverTakesAnEngineOutOfAnotherSwarm() {
    init("n1");
    init("n2");

    assertThatThrownBy(() -> join("n2", Role.WORKER))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessageContaining("another swarm")
        .hasMessageContaining("swarmha leave");
    assertThat(membership("n2")).isEqualTo(Membership.MANAGER);
  }

  @Test
  void keepsAManagerThatIsNotForcedToLeave() {
    init("n1");
    LeaveSwarm leave = new LeaveSwarm(swarm.engine("n1"));

    assertThatThrownBy(() -> leave.run(false))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessageContaining("--force");
    assertThat(membership("n1")).isEqualTo(Membership.MANAGER);
    assertThat(leave.run(true).summary()).isEqualTo("Engine n1 has left the swarm");
    assertThat(membership("n1")).isEqualTo(Membership.INACTIVE);
    assertThat(leave.run(false).summary()).contains("nothing to do");
  }

  @Test
  void replacesATokenOnlyWhenAskedTo() {
    init("n1");
    ShowToken show = new ShowToken(swarm.engine("n1"));
    String first = show.run(Role.WORKER, false).token();

    assertThat(show.run(Role.WORKER, false).token()).isEqualTo(first);
    assertThat(show.run(Role.WORKER, true).token()).isNotEqualTo(first);
  }

  private Outcome init(String engine) {
    InitRequest request =
        new InitRequest(
            Optional.empty(),
            InitRequest.DEFAULT_LISTEN_ADDRESS,
            Optional.empty(),
            List.of(),
            false);
    return new InitializeSwarm(swarm.engine(engine)).run(request);
  }

  private Outcome join(String engine, Role role) {
    ShowToken.JoinToken token = new ShowToken(swarm.engine("n1")).run(role, false);
    JoinRequest request =
        new JoinRequest(
            token.token(),
            List.of(token.address()),
            Optional.empty(),
            InitRequest.DEFAULT_LISTEN_ADDRESS,
            Optional.empty());
    return new JoinSwarm(swarm.engine(engine)).run(request);
  }

  private Membership membership(String engine) {
    return swarm.engine(engine).swarm().info().membership();
  }
}
