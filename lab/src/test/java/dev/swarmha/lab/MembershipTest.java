package dev.swarmha.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.swarmha.engine.EngineInfo.Membership;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.SwarmMembership.InitRequest;
import dev.swarmha.engine.SwarmMembership.JoinRequest;
import dev.swarmha.engine.SwarmMembership.JoinTokens;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Lab(managers = 3, workers = 0, bare = true)
class MembershipTest {

  @Test
  void formsASwarmOfThreeEngines(LabSwarm lab) {
    lab.swarmha("init", "--advertise-addr", lab.address("n1")).expect(0);
    join(lab, "n2", "manager").expect(0);
    join(lab, "n3", "worker").expect(0);

    assertThat(lab.swarm().nodes())
        .extracting(Node::hostname, Node::role)
        .containsExactly(
            tuple("n1", Node.Role.MANAGER),
            tuple("n2", Node.Role.MANAGER),
            tuple("n3", Node.Role.WORKER));
  }

  @Test
  void tellsTheKeyOfALockedSwarm(LabSwarm lab) {
    Finished initialised =
        lab.swarmha("init", "--autolock", "--advertise-addr", lab.address("n1")).expect(0);

    String key = lab.connection("n1").membership().unlockKey().orElseThrow();

    assertThat(key).startsWith("SWMKEY-");
    assertThat(initialised.out()).contains(key);
  }

  @Test
  void leavesASwarmAloneThatIsThereAlready(LabSwarm lab) {
    formSwarm(lab, "n1");
    String cluster = lab.swarm().info().cluster().orElseThrow();
    addWorker(lab, "n2");

    Finished initAgain = lab.swarmha("init", "--progress", "json");
    Finished joinAgain = join(lab, "n2", "worker");

    assertThat(initAgain.expect(0).result().path("message").asText()).contains("already");
    assertThat(joinAgain.expect(0).out()).contains("already");
    assertThat(lab.swarm().info().cluster()).contains(cluster);
    assertThat(lab.swarm().nodes()).hasSize(2);
  }

  @Test
  void refusesToJoinASecondSwarm(LabSwarm lab) {
    formSwarm(lab, "n1");
    formSwarm(lab, "n2");

    Finished finished = join(lab, "n2", "worker").expect(1);

    assertThat(finished.err()).contains("n2").contains("swarmha leave");
    assertThat(lab.swarm().nodes()).hasSize(1);
  }

  @Test
  void refusesATokenThatHasBeenReplaced(LabSwarm lab) {
    formSwarm(lab, "n1");
    String old = tokens(lab).worker();
    String fresh = lab.swarmha("token", "worker", "--rotate", "-q").expect(0).out().strip();

    Finished refused = joinBy(lab, "n2", old);
    Finished accepted = joinBy(lab, "n3", fresh);

    refused.expect(1);
    accepted.expect(0);
    assertThat(fresh).startsWith("SWMTKN-").isNotEqualTo(old).isEqualTo(tokens(lab).worker());
  }

  @Test
  void takesAManagerOutOfItsSwarmOnlyByForce(LabSwarm lab) {
    formSwarm(lab, "n1");

    Finished refused = lab.swarmha("leave");
    Membership between = lab.swarm().info().membership();
    Finished forced = lab.swarmha("leave", "--force");

    assertThat(refused.expect(1).err()).contains("--force");
    assertThat(between).isEqualTo(Membership.MANAGER);
    forced.expect(0);
    assertThat(lab.swarm().info().membership()).isEqualTo(Membership.INACTIVE);
  }

  @Test
  void listsNodesWithWhatTheyAre(LabSwarm lab) {
    formSwarm(lab, "n1");
    addWorker(lab, "n2");

    JsonNode nodes = lab.swarmha("node", "ls", "-o", "json").expect(0).json();

    assertThat(nodes).hasSize(2);
    assertThat(nodes.at("/0/hostname").asText()).isEqualTo("n1");
    assertThat(nodes.at("/0/managerStatus").asText()).isEqualTo("leader");
    assertThat(nodes.at("/0/address").asText()).isEqualTo(lab.address("n1"));
    assertThat(nodes.at("/1/role").asText()).isEqualTo("worker");
    assertThat(nodes.at("/1/status").asText()).isEqualTo("ready");
  }

  @Test
  void saysThatAWorkerIsNoManager(LabSwarm lab) {
    formSwarm(lab, "n1");
    addWorker(lab, "n2");

    Finished finished = lab.program("n2").run("node", "ls").expect(1);

    assertThat(finished.err().lines()).hasSize(1);
    assertThat(finished.err()).contains("manager").contains(lab.endpoint("n2"));
  }

  private static Finished join(LabSwarm lab, String node, String role) {
    String token = lab.swarmha("token", role, "-q").expect(0).out().strip();
    return joinBy(lab, node, token);
  }

  private static Finished joinBy(LabSwarm lab, String node, String token) {
    return lab.program(node).run("join", "--token", token, lab.address("n1") + ":2377");
  }

  private static JoinTokens tokens(LabSwarm lab) {
    return lab.connection("n1").membership().tokens();
  }

  private static void formSwarm(LabSwarm lab, String node) {
    lab.connection(node)
        .membership()
        .initialize(
            new InitRequest(
                Optional.of(lab.address(node)),
                InitRequest.DEFAULT_LISTEN_ADDRESS,
                Optional.empty(),
                List.of(),
                false));
  }

  private static void addWorker(LabSwarm lab, String node) {
    lab.connection(node)
        .membership()
        .join(
            new JoinRequest(
                tokens(lab).worker(),
                List.of(lab.address("n1") + ":2377"),
                Optional.empty(),
                InitRequest.DEFAULT_LISTEN_ADDRESS,
                Optional.empty()));
  }
}
