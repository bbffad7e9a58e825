package dev.swarmha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.Task;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Deploys of one service of a stack, beside another that nobody touches, on real Engines. */
@Lab
class PartOfStackTest {

  @Test
  void touchesOneServiceAndItsScaleNotAtAll(LabSwarm lab) {
    deploy(lab, "swarmha/web:1").expect(0);
    lab.exec("m1", "docker", "service", "scale", "--detach", "shop_web=3");
    Observed before = Observed.of(lab);
    long other = before.service("shop_other").version().index();

    deploy(lab, "swarmha/web:2", "--only", "web", "--keep-scale").expect(0);

    Observed after = Observed.of(lab);
    assertThat(after.versions()).containsEntry("shop_other", other);
    assertThat(after.running("shop_web"))
        .hasSize(3)
        .extracting(Task::image)
        .allMatch(image -> image.startsWith("swarmha/web:2@"));

    deploy(lab, "swarmha/web:2").expect(0);
    lab.swarmha("rollback", "shop", "2", "--stable-for", "1s").expect(0);

    assertThat(after.running("shop_web")).hasSize(3);
    assertThat(after.running("shop_other"))
        .extracting(Task::image)
        .allMatch(image -> image.startsWith("swarmha/web:1@"));
  }

  private static Finished deploy(LabSwarm lab, String image, String... options) {
    String[] words = {"deploy", "-c", "-", "shop", "--stable-for", "1s"};
    String[] all = Arrays.copyOf(words, words.length + options.length);
    System.arraycopy(options, 0, all, words.length, options.length);
    return lab.program().reading(stack(image)).run(all);
  }

  private static String stack(String image) {
    return """
        x-service: &service
          image: %s
          networks: [inner]
          deploy: {endpoint_mode: dnsrr, restart_policy: {delay: 1s}}
        services:
          web: *service
          other: *service
        networks:
          inner:
        """
        .formatted(image);
  }
}
