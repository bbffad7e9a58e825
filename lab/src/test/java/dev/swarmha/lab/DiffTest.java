package dev.swarmha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What a deploy would change, against Engines that fill in what nobody said. */
@Lab
class DiffTest {

  private static final String WEB = "lab/src/test/resources/stacks/web.yml";

  @Test
  void findsNothingAfterADeployByEitherTool(LabSwarm lab) {
    String node = lab.nodes().get(0);
    InstalledDocker docker = InstalledDocker.find();
    lab.docker(node).run(docker.deploying("--compose-file", WEB, "site")).expect(0);
    lab.swarmha("diff", "-c", WEB, "site", "--exit-code").expect(0);

    lab.swarmha("deploy", "-c", WEB, "site", "--detach").expect(0);
    JsonNode diff = lab.swarmha("diff", "-c", WEB, "site", "-o", "json").expect(0).json();

    assertThat(diff.path("differs").asBoolean()).isFalse();
    assertThat(diff.path("revision").asInt()).isEqualTo(1);
    assertThat(diff.path("notes")).isEmpty();
  }

  @Test
  void tellsWhatSomebodyChangedByHandFromWhatTheFileChanges(LabSwarm lab) {
    lab.swarmha("deploy", "-c", WEB, "site", "--detach").expect(0);
    lab.docker(lab.nodes().get(0))
        .run("service", "update", "--detach", "--env-add", "DEBUG=1", "site_web")
        .expect(0);

    JsonNode diff =
        lab.program()
            .with("WEB_REPLICAS", "1")
            .run("diff", "-c", WEB, "site", "--exit-code", "-o", "json")
            .expect(7)
            .json();

    JsonNode fields = diff.at("/objects/0/fields");
    assertThat(fields.findValuesAsText("path"))
        .containsExactly("deploy.replicas", "environment.DEBUG");
    assertThat(fields.findValuesAsText("drift")).containsExactly("false", "true");
  }
}
