package dev.swarmha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.Node;
import org.junit.jupiter.api.Test;

/** Where the program looks for the Engine, and what it says when there is none. */
@Lab
class EndpointTest {

  /** Nobody listens there: the port is reserved. */
  private static final String NOBODY = "tcp://127.0.0.1:1";

  @Test
  void namesTheOptionThatLedToNoEngine(LabSwarm lab) {
    Finished finished = lab.swarmha("--host", NOBODY, "node", "ls").expect(1);

    assertOneLine(finished, NOBODY, "--host");
  }

  @Test
  void namesTheVariableThatLedToNoEngine(LabSwarm lab) {
    Finished finished = lab.program().asProcess().at(NOBODY).run("node", "ls").expect(1);

    assertOneLine(finished, NOBODY, "DOCKER_HOST");
  }

  @Test
  void namesTheDefaultThatLedToNoEngine(LabSwarm lab) {
    Finished finished =
        lab.program().with("DOCKER_HOST", "").withoutDefaultSocket().run("node", "ls").expect(1);

    assertOneLine(finished, "unix:///var/run/docker.sock", "default");
  }

  @Test
  void saysSoWhenANodeIsDead(LabSwarm lab) {
    lab.kill("w1");

    assertOneLine(lab.program("w1").run("ls").expect(1), lab.endpoint("w1"), "DOCKER_HOST");

    Finished version = lab.program("w1").run("version").expect(1);
    assertThat(version.out()).startsWith("swarmha ");
    assertThat(version.err().lines()).singleElement().asString().contains(lab.endpoint("w1"));
  }

  @Test
  void letsTheOptionWinOverTheVariable(LabSwarm lab) {
    Finished finished =
        lab.program().at(NOBODY).run("version", "--host", lab.endpoint("w1"), "-o", "json");

    assertThat(finished.expect(0).json().path("engineHost").asText()).isEqualTo("w1");
  }

  @Test
  void asksTheNextHostWhereOneLeadsToNoEngineOrToNoManager(LabSwarm lab) {
    Finished finished =
        lab.swarmha("-H", NOBODY, "-H", lab.endpoint("w1"), "node", "ls", "-H", lab.endpoint("m1"));

    assertThat(finished.expect(0).out()).contains("m1", "w1", "w2");
  }

  @Test
  void namesEachHostWhereNoneLeadsToAManager(LabSwarm lab) {
    Finished finished = lab.swarmha("-H", NOBODY, "-H", lab.endpoint("w1"), "node", "ls").expect(1);

    assertOneLine(finished, NOBODY, lab.endpoint("w1"));
  }

  @Test
  void changesTheMembershipOfOneEngineAtATime(LabSwarm lab) {
    Finished finished =
        lab.swarmha("-H", lab.endpoint("w1"), "-H", lab.endpoint("w2"), "leave").expect(2);

    assertThat(finished.err()).contains("one --host");
    assertThat(lab.swarm().nodes()).hasSize(3).allMatch(Node::isReady);
  }

  private static void assertOneLine(Finished finished, String endpoint, String how) {
    assertThat(finished.out()).isEmpty();
    assertThat(finished.err().lines()).hasSize(1);
    assertThat(finished.err()).contains(endpoint).contains(how);
  }
}
