package dev.swarmha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.ResourceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that are saved, applied, and refused once the swarm has moved, on real Engines. */
@Lab
class PlanTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void appliesASavedPlanUnlessTheSwarmHasMoved(LabSwarm lab) throws IOException {
    Files.writeString(directory.resolve("key"), "hunter2");
    stack("swarmha/web:1");
    save(lab);
    run(lab, "deploy", "--plan", "plan.json", "-c", "stack.yml", "shop", "--stable-for", "1s")
        .expect(0);
    stack("swarmha/web:2");
    save(lab);

    lab.exec("m1", "docker", "service", "update", "--detach", "--label-add=by=hand", "shop_web");
    Map<String, Long> versions = Observed.of(lab).versions();
    List<String> configs = Observed.of(lab).names(ResourceKind.CONFIG);
    Finished refused = run(lab, "deploy", "--plan", "plan.json", "shop").expect(8);

    assertThat(refused.err()).contains("out of date").contains("service shop_web was changed");
    assertThat(Observed.of(lab).versions()).isEqualTo(versions);
    assertThat(Observed.of(lab).names(ResourceKind.CONFIG)).isEqualTo(configs);
    save(lab);
    run(lab, "deploy", "--plan", "plan.json", "shop", "--stable-for", "1s").expect(0);
    assertThat(Observed.of(lab).running("shop_web"))
        .hasSize(2)
        .allMatch(task -> task.image().startsWith("swarmha/web:2@"));
    assertThat(run(lab, "diff", "-c", "stack.yml", "--exit-code", "shop").expect(0).out())
        .isNotEmpty();
  }

  private void save(LabSwarm lab) {
    run(lab, "diff", "-c", "stack.yml", "--out", "plan.json", "shop").expect(0);
  }

  private Finished run(LabSwarm lab, String... words) {
    return lab.program().in(directory).run(words);
  }

  private void stack(String image) throws IOException {
    Files.writeString(
        directory.resolve("stack.yml"),
        """
        services:
          web:
            image: %s
            secrets: [key]
            deploy:
              replicas: 2
              endpoint_mode: dnsrr
              restart_policy: {delay: 1s}
        secrets:
          key: {file: ./key}
        """
            .formatted(image));
  }
}
