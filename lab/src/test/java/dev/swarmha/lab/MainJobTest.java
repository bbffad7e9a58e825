package dev.swarmha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Task;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From three Engines in no swarm to a highly available stack that survives a broken update. */
@Lab(managers = 3, workers = 0, bare = true)
class MainJobTest {

  private static final String STACK = "examples/ha-web/stack.yml";

  @Test
  void takesThreeEnginesToAStackThatSurvivesABrokenUpdate(LabSwarm lab) {
    formSwarm(lab);
    lab.swarmha("node", "label", "n2", "database=primary").expect(0);
    lab.program()
        .asProcess()
        .reading("hunter2")
        .run("secret", "create", "db_password", "-")
        .expect(0);

    assertDeployed(lab, deploy(lab, "1"));
    assertSpread(Observed.of(lab));
    assertUnchanged(lab);
    assertUpdated(lab, deploy(lab, "2"));
    assertRolledBack(lab);
  }

  private static void formSwarm(LabSwarm lab) {
    String first = lab.address("n1");
    lab.swarmha("init", "--advertise-addr", first).expect(0);
    join(lab, "n2", "manager", first);
    join(lab, "n3", "worker", first);
  }

  private static void join(LabSwarm lab, String node, String role, String first) {
    String token = lab.swarmha("token", role, "-q").expect(0).out().strip();
    lab.program(node).asProcess().run("join", "--token", token, first + ":2377").expect(0);
  }

  private static Finished deploy(LabSwarm lab, String version) {
    return lab.program()
        .asProcess()
        .with("WEB_VERSION", version)
        .run("deploy", "-c", STACK, "shop", "--progress", "json");
  }

  private static void assertDeployed(LabSwarm lab, Finished deploy) {
    JsonNode result = deploy.expect(0).result();
    assertThat(result.path("command").asText()).isEqualTo("deploy");
    assertThat(result.path("outcome").asText()).isEqualTo("deployed");
    assertThat(result.path("exitCode").asInt(-1)).isZero();
    assertThat(result.path("stack").asText()).isEqualTo("shop");
    assertThat(result.path("revision").asInt()).isEqualTo(1);
    assertThat(result.path("previousRevision").isNull()).isTrue();
    assertThat(result.path("services").findValuesAsText("name"))
        .containsExactlyInAnyOrder("shop_edge", "shop_web", "shop_database", "shop_cache");
    assertHealthAsked(lab, deploy, "n1");
    assertHealthAsked(lab, deploy, "n2");
  }

  private static void assertHealthAsked(LabSwarm lab, Finished deploy, String manager) {
    String url = "http://" + lab.address(manager) + ":8080/health";
    assertThat(deploy.events("probe"))
        .anySatisfy(
            probe -> {
              assertThat(probe.path("address").asText()).isEqualTo(url);
              assertThat(probe.path("passed").asBoolean()).isTrue();
            });
  }

  private static void assertSpread(Observed swarm) {
    Map<String, Integer> web = swarm.spread("shop_web");
    assertThat(web.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(4);
    assertThat(web.values()).allMatch(tasks -> tasks <= 2);
    assertThat(swarm.spread("shop_database")).isEqualTo(Map.of("n2", 1));
    assertThat(swarm.spread("shop_edge")).isEqualTo(Map.of("n1", 1, "n2", 1));
  }

  private static void assertUnchanged(LabSwarm lab) {
    Map<String, Long> before = Observed.of(lab).versions();

    JsonNode result = deploy(lab, "1").expect(0).result();

    assertThat(result.path("outcome").asText()).isEqualTo("unchanged");
    assertThat(result.path("revision").asInt()).isEqualTo(1);
    assertThat(Observed.of(lab).versions()).isEqualTo(before);
  }

  private static void assertUpdated(LabSwarm lab, Finished deploy) {
    JsonNode result = deploy.expect(0).result();
    assertThat(result.path("outcome").asText()).isEqualTo("deployed");
    assertThat(result.path("revision").asInt()).isEqualTo(2);
    assertThat(result.path("previousRevision").asInt()).isEqualTo(1);
    assertThat(Observed.of(lab).running("shop_web"))
        .hasSize(4)
        .extracting(Task::image)
        .allMatch(image -> image.startsWith("swarmha/web:2@sha256:"));
  }

  private static void assertRolledBack(LabSwarm lab) {
    Map<String, Mapping> before = Observed.of(lab).specs();

    Finished broken = deploy(lab, "unhealthy").expect(4);

    assertThat(broken.result().path("outcome").asText()).isEqualTo("rolled-back");
    assertThat(Observed.of(lab).specs()).isEqualTo(before);
    assertThat(Observed.of(lab).running("shop_web"))
        .hasSize(4)
        .extracting(Task::image)
        .allMatch(image -> image.startsWith("swarmha/web:2@sha256:"));
    assertThat(broken.result().path("reasons")).isNotEmpty().anySatisfy(MainJobTest::namesAll);
  }

  private static void namesAll(JsonNode reason) {
    assertThat(reason.path("service").asText()).isEqualTo("shop_web");
    assertThat(reason.path("task").asText()).matches("shop_web\\.[1-4]");
    assertThat(reason.path("node").asText()).isIn(List.of("n1", "n2", "n3"));
    assertThat(reason.path("message").asText()).contains("unhealthy");
  }
}
