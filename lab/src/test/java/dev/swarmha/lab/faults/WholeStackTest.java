package dev.swarmha.lab.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.Finished;
import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** One service fails, and all of the stack goes back. */
@Lab
class WholeStackTest {

  private static final String FIVE =
      """
      x-service: &service
        image: swarmha/web:1
        networks: [inner]
        deploy: &deploy
          endpoint_mode: dnsrr
          restart_policy: {delay: 1s}
      services:
        one: *service
        two: *service
        three: *service
        four: *service
        five: *service
      networks:
        inner:
      """;

  /** Five is gone, six is new with a network and a config that are new, two changes and fails. */
  private static final String CHANGED =
      """
      x-service: &service
        image: swarmha/web:1
        networks: [inner]
        deploy: &deploy
          endpoint_mode: dnsrr
          restart_policy: {delay: 1s}
      services:
        one:
          <<: *service
          image: swarmha/web:2
        two:
          <<: *service
          image: swarmha/web:crash
        three:
          <<: *service
          environment: [SIZE=large]
        four: *service
        six:
          <<: *service
          networks: [inner, outer]
          configs: [site]
      networks:
        inner:
        outer:
      configs:
        site: {content: hello}
      """;

  @TempDir private Path directory = Path.of("");

  @Tag("core")
  @Fault("one of five fails; a service, a network and a config were new, a service was removed")
  void takesTheWholeStackBack(LabSwarm lab) {
    Scene scene = new Scene(lab).given(FIVE);

    scene.deploy(CHANGED, "--prune").ended(4, "rolled-back").because("two", "non-zero exit (1)");

    scene.assertAsBefore();
  }

  @Fault("first deploy fails")
  void leavesNothingOfAFirstDeploy(LabSwarm lab) {
    Scene scene = new Scene(lab);

    scene.deploy(CHANGED).ended(4, "rolled-back").because("two", "non-zero exit (1)");

    scene.observed().assertNothingDeployed();
  }

  @Fault("secret and config rotated, and the new version fails")
  void goesBackToSecretsAndConfigsFromBefore(LabSwarm lab) throws IOException {
    Path file = directory.resolve("stack.yml");
    write(file, "swarmha/web:1", "first");
    Scene scene = new Scene(lab);
    deploy(lab, file).expect(0);
    scene.remember();

    write(file, "swarmha/web:crash", "second");

    new Scene.Result(deploy(lab, file)).ended(4, "rolled-back").because("web", "non-zero exit (1)");
    scene.assertAsBefore();
    assertThat(scene.image("shop_web")).startsWith("swarmha/web:1@");
  }

  private static Finished deploy(LabSwarm lab, Path file) {
    return lab.swarmha(
        "deploy", "-c", file.toString(), Scene.STACK, "--stable-for", "1s", "--progress", "json");
  }

  private static void write(Path file, String image, String content) throws IOException {
    Files.writeString(file.resolveSibling("password"), content, UTF_8);
    Files.writeString(file.resolveSibling("site"), content, UTF_8);
    Files.writeString(
        file,
        Scene.web(image)
            + """
                secrets: [password]
                configs: [site]
            secrets:
              password: {file: ./password}
            configs:
              site: {file: ./site}
            """,
        UTF_8);
  }
}
