package dev.swarmha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.swarmha.engine.ResourceKind;
import org.junit.jupiter.api.Test;

/** A first deploy that cannot succeed leaves the swarm as if it had never been tried. */
@Lab
class FirstDeployTest {

  private static final String HA_WEB = "examples/ha-web/stack.yml";
  private static final String WEB = "lab/src/test/resources/stacks/web.yml";

  @Test
  void takesBackEverythingWhenOneServiceCrashes(LabSwarm lab) {
    lab.swarmha("node", "label", "w1", "database=primary").expect(0);
    lab.program().reading("hunter2").run("secret", "create", "db_password").expect(0);

    Finished finished =
        lab.program()
            .with("WEB_VERSION", "crash")
            .run("deploy", "-c", HA_WEB, "shop", "--progress", "json")
            .expect(4);

    assertThat(finished.result().path("outcome").asText()).isEqualTo("rolled-back");
    assertThat(finished.result().path("reasons"))
        .anySatisfy(
            reason -> {
              assertThat(reason.path("service").asText()).isEqualTo("shop_web");
              assertThat(reason.path("message").asText()).contains("non-zero exit (1)");
            });
    Observed.of(lab).assertNothingDeployed();
    assertThat(Observed.of(lab).names(ResourceKind.SECRET)).containsExactly("db_password");
  }

  @Test
  void saysQuicklyThatAnImageIsNotThere(LabSwarm lab) {
    Finished finished =
        lab.program()
            .with("WEB_IMAGE", "swarmha/missing:1")
            .run("deploy", "-c", WEB, "site", "--progress", "json")
            .expect(4);

    JsonNode reason = finished.result().path("reasons").path(0);
    assertThat(reason.path("service").asText()).isEqualTo("site_web");
    assertThat(reason.path("message").asText()).contains("No such image: swarmha/missing:1");
    Observed.of(lab).assertNothingDeployed();
  }

  @Test
  void refusesWithoutTheExternalSecretBeforeAnythingIsMade(LabSwarm lab) {
    Finished finished = lab.swarmha("deploy", "-c", HA_WEB, "shop").expect(1);

    assertThat(finished.err().lines()).hasSize(1);
    assertThat(finished.err()).contains("db_password").contains("swarmha secret create");
    Observed.of(lab).assertNothingDeployed();
  }

  @Test
  void endsInsteadOfWaitingForANodeThatMayNeverCome(LabSwarm lab) {
    lab.program().reading("hunter2").run("secret", "create", "db_password").expect(0);

    Finished finished =
        lab.swarmha("deploy", "-c", HA_WEB, "shop", "--timeout", "15s", "--progress", "json")
            .expect(4);

    assertThat(finished.result().path("reasons"))
        .anySatisfy(
            reason -> {
              assertThat(reason.path("service").asText()).isEqualTo("shop_database");
              assertThat(reason.path("message").asText()).contains("no suitable node");
            });
    Observed.of(lab).assertNothingDeployed();
  }
}
