package dev.swarmha.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.engine.Container;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.ImageRegistry.ImageManifest;
import dev.swarmha.engine.ImageRegistry.Platform;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.RegistryAuth;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.SwarmMembership.InitRequest;
import dev.swarmha.engine.SwarmMembership.JoinRequest;
import dev.swarmha.engine.SwarmMembership.JoinTokens;
import dev.swarmha.engine.docker.FakeEngine.Answer;
import dev.swarmha.engine.docker.FakeEngine.Request;
import dev.swarmha.engine.docker.wire.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Membership, logs and images; the swarm's own objects have a test of their own. */
class DockerEngineTest {

  private final FakeEngine engine = open();
  private final DockerEngine connection = DockerEngine.connect(engine.endpoint(), Map.of());

  private static FakeEngine open() {
    try {
      return FakeEngine.onLoopback().speaking("1.41");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void close() throws IOException {
    connection.close();
    engine.close();
  }

  private Request posted() {
    return engine.requests("POST").get(0);
  }

  @Test
  void formsASwarm() {
    engine.answering("POST", "/v1.41/swarm/init", 200, "\"node1\"\n");

    ResourceId node =
        connection
            .membership()
            .initialize(
                new InitRequest(
                    Optional.of("10.0.0.1"),
                    InitRequest.DEFAULT_LISTEN_ADDRESS,
                    Optional.empty(),
                    List.of("10.20.0.0/16"),
                    true));

    assertThat(node).isEqualTo(new ResourceId("node1"));
    assertThat(posted().body())
        .isEqualTo(
            "{\"ListenAddr\":\"0.0.0.0:2377\",\"AdvertiseAddr\":\"10.0.0.1\",\"DataPathAddr\":\"\","
                + "\"AutoLockManagers\":true,"
                + "\"Spec\":{\"EncryptionConfig\":{\"AutoLockManagers\":true}},"
                + "\"DefaultAddrPool\":[\"10.20.0.0/16\"],\"SubnetSize\":24}");
  }

  @Test
  void joinsASwarm() {
    engine.answering("POST", "/v1.41/swarm/join", 200, "");

    connection.membership().join(joining(Optional.of(Node.Availability.DRAIN)));

    assertThat(posted().body())
        .isEqualTo(
            "{\"ListenAddr\":\"0.0.0.0:2377\",\"AdvertiseAddr\":\"\","
                + "\"RemoteAddrs\":[\"10.0.0.1:2377\"],\"JoinToken\":\"SWMTKN-1-x\","
                + "\"Availability\":\"drain\"}");
  }

  @Test
  void quotesTheEngineThatCannotJoinAndHidesTheToken() {
    String words = "Timeout was reached before node joined. The attempt continues.";
    engine.answering("POST", "/v1.41/swarm/join", 503, "{\"message\":\"" + words + "\"}");

    assertThatThrownBy(() -> connection.membership().join(joining(Optional.empty())))
        .isInstanceOf(EngineRefusedException.class)
        .hasMessage("cannot join the swarm at 10.0.0.1:2377: " + words);
    assertThat(engine.requests("POST")).hasSize(1);
  }

  private static JoinRequest joining(Optional<Node.Availability> availability) {
    return new JoinRequest(
        "SWMTKN-1-x",
        List.of("10.0.0.1:2377"),
        Optional.empty(),
        InitRequest.DEFAULT_LISTEN_ADDRESS,
        availability);
  }

  @Test
  void strikesANodeOffThatMayStillBeUp() {
    engine.answering("DELETE", "/v1.41/nodes/n1?force=true", 200, "");

    connection.membership().strikeOff(new ResourceId("n1"));

    assertThat(engine.requests("DELETE")).hasSize(1);
  }

  @Test
  void readsTheUnlockKeyIfThereIsOne() {
    engine.answering("GET", "/v1.41/swarm/unlockkey", 200, "{\"UnlockKey\":\"SWMKEY-1-x\"}");
    engine.answering("GET", "/v1.41/swarm/unlockkey", 200, "{\"UnlockKey\":\"\"}");

    assertThat(connection.membership().unlockKey()).contains("SWMKEY-1-x");
    assertThat(connection.membership().unlockKey()).isEmpty();
  }

  @Test
  void leavesASwarm() {
    engine.answering("POST", "/v1.41/swarm/leave", 200, "");

    connection.membership().leave(true);

    assertThat(posted().query()).isEqualTo("force=true");
  }

  @Test
  void rotatesATokenAndKeepsTheSwarmAsItIs() throws IOException {
    String swarm = Recorded.text("20.10/swarm.json");
    engine.answering("GET", "/v1.41/swarm", 200, swarm);
    engine.answering("GET", "/v1.41/swarm", 200, swarm.replace("cluster-worker", "new-worker"));
    engine.answering("POST", "/v1.41/swarm/update", 200, "");

    JoinTokens tokens = connection.membership().rotateToken(Node.Role.WORKER);

    assertThat(tokens).isEqualTo(new JoinTokens("SWMTKN-1-new-worker", "SWMTKN-1-cluster-manager"));
    assertThat(posted().query()).isEqualTo("version=218&rotateWorkerToken=true");
    assertThat(posted().body())
        .isEqualTo(Json.format(Recorded.object("20.10/swarm.json").mapping("Spec")));
  }

  @Test
  void readsTheEndOfATasksLog() {
    byte[] body = {2, 0, 0, 0, 0, 0, 0, 5, 'd', 'o', 'w', 'n', '\n'};
    engine.answering("GET", "/v1.41/tasks/t1/logs", Answer.of(200, body));

    assertThat(connection.logs().tail(new ResourceId("t1"), 20)).containsExactly("down");
    assertThat(engine.requests("GET").get(0).query()).isEqualTo("stdout=1&stderr=1&tail=20");
  }

  @Test
  void hasNoLogWhereTheEngineGivesNone() {
    engine.answering("GET", "/v1.41/tasks/broken/logs", Answer.brokenOff());

    assertThat(connection.logs().tail(new ResourceId("gone"), 20)).isEmpty();
    assertThat(connection.logs().tail(new ResourceId("broken"), 20)).isEmpty();
  }

  @Test
  void knowsTheContainersOfItsOwnNode() {
    engine.answering("GET", "/v1.41/containers/c1/json", 200, "{\"State\": {\"OOMKilled\": true}}");

    assertThat(connection.containers().find("c1")).contains(new Container(true, List.of()));
    assertThat(connection.containers().find("elsewhere")).isEmpty();
  }

  @Test
  void asksTheRegistryThroughTheEngine() {
    engine.answering(
        "GET",
        "/v1.41/distribution/10.77.0.1%3A5000/team/web%3A1/json",
        200,
        "{'Descriptor':{'digest':'sha256:aa'},'Platforms':[{'architecture':'amd64','os':'linux'}]}"
            .replace('\'', '"'));

    Optional<ImageManifest> found =
        connection
            .images()
            .inspect("10.77.0.1:5000/team/web:1", Optional.of(new RegistryAuth("e30=")));

    assertThat(found)
        .contains(new ImageManifest("sha256:aa", List.of(new Platform("amd64", "linux"))));
    assertThat(engine.requests("GET").get(0).headers()).containsEntry("X-Registry-Auth", "e30=");
  }

  @Test
  void asksForSeveralImagesAtOnce() {
    String found = "{\"Descriptor\":{\"digest\":\"sha256:%s\"}}";
    engine.answering("GET", "/v1.41/distribution/web%3A1/json", 200, found.formatted("aa"));
    engine.answering("GET", "/v1.41/distribution/api%3A1/json", 200, found.formatted("bb"));

    assertThat(connection.images().inspectAll(List.of("web:1", "gone:1", "api:1")))
        .containsExactly(
            Optional.of(new ImageManifest("sha256:aa", List.of())),
            Optional.empty(),
            Optional.of(new ImageManifest("sha256:bb", List.of())));
  }

  @Test
  void knowsNothingOfAnImageThatTheRegistryRefuses() {
    assertThat(connection.images().inspect("private/web:1", Optional.empty())).isEmpty();
  }
}
