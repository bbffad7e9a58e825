package dev.swarmha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.testkit.InMemorySwarm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deploys from the stack file to the exit code, as a user types them. */
final class DeployCommandTest {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2");
  private final Cli cli = Cli.on(swarm);
  private final Transcript session = new Transcript(cli);
  private Path directory = Path.of("");

  @BeforeEach
  void writesTheStackFile(@TempDir Path temporary) throws IOException {
    directory = temporary;
    cli.in(directory);
    write("stack.yml", Shop.STACK);
  }

  @Test
  void deploysAndDeploysAgain() throws IOException {
    session.type("deploy -c stack.yml --dry-run shop");
    session.type("deploy -c stack.yml shop");
    session.type("deploy -c stack.yml shop");
    session.type("ls");
    session.type("status shop");

    session.check("session-deploy.txt");
  }

  @Test
  void tellsADeployAsEvents() throws IOException {
    session.type("deploy", "-c", "stack.yml", "shop", "--progress", "json", "--message", "first");
    session.type("deploy -c stack.yml shop --progress json");
    cli.variable("VERSION", "2");
    session.type("deploy -c stack.yml shop --progress json --detach");

    session.check("session-deploy-json.txt");
  }

  @Test
  void rollsAFailingUpdateBack() throws IOException {
    cli.run("deploy", "-c", "stack.yml", "shop");
    swarm.image("web:2").crashesAtOnce(1).logs("cannot open /data");
    cli.variable("VERSION", "2");

    Cli.Run run = session.type("deploy -c stack.yml shop --timeout 1m");

    assertThat(run.code()).isEqualTo(4);
    session.type("deploy -c stack.yml shop --timeout 1m --progress json");
    session.type("deploy -c stack.yml shop --timeout 1m --progress quiet --on-failure keep");
    session.type("status shop");
    session.check("session-rollback.txt");
  }

  @Test
  void rotatesSecretsAndConfigsOrNot() throws IOException {
    write("password.txt", "first");
    write("site.txt", "hello");
    write(
        "stack.yml",
        """
        services:
          db: {image: "db:1", secrets: [password]}
          web: {image: "web:1", configs: [site]}
        secrets: {password: {file: password.txt}}
        configs: {site: {file: site.txt}}
        """);
    cli.run("deploy", "-c", "stack.yml", "shop", "--rotate", "never");
    session.type("deploy -c stack.yml shop --dry-run");
    write("password.txt", "second");
    session.type("deploy -c stack.yml shop --rotate never");
    session.type("deploy -c stack.yml shop");
    write("site.txt", "bye");
    session.type("deploy -c stack.yml shop --rotate never");
    session.type("deploy -c stack.yml shop --dry-run --progress json");

    session.check("session-rotation.txt");
  }

  @Test
  void deploysSomeServicesAloneAndLeavesReplicaCountsAlone() throws IOException {
    cli.run("deploy", "-c", "stack.yml", "shop");
    cli.variable("VERSION", "2");
    write("more.yml", "services: {db: {image: db:2}, web: {deploy: {replicas: 5}}}\n");

    session.type("diff -c stack.yml -c more.yml shop --only db");
    session.type("deploy -c stack.yml -c more.yml shop --only db --progress json --dry-run");
    session.type("deploy -c stack.yml -c more.yml shop --only shop_web,db --keep-scale");
    session.type("deploy -c stack.yml shop --only wbe");
    session.type("diff -c stack.yml shop --only cache");
    session.type("deploy -c stack.yml shop --only web --prune");

    session.check("session-only.txt");
  }

  @Test
  void goesBackWhenAHealthUrlDoesNotAnswer() {
    swarm.endpoint("http://n1:8080/health").answers(503);

    Cli.Run run =
        cli.run(
            "deploy -c stack.yml --health http://n1:8080/health --health-retries 2 shop"
                .split(" "));

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.out())
        .contains("http://n1:8080/health: not healthy yet, HTTP 503 (try 1)")
        .contains("http://n1:8080/health: HTTP 503, after 2 tries");
    assertThat(swarm.names(ResourceKind.SERVICE)).isEmpty();
  }

  @Test
  void tellsEveryMistakeAndCallsNoEngine() throws IOException {
    write(
        "broken.yml",
        """
        services:
          web:
            imagee: web:1
            deploy:
              replicas: many
          db:
            image: ${MISSING:?set it}
        """);

    write(
        "remarks.yml",
        """
        services:
          debug: {image: debug, profiles: [debug]}
          web: {image: web, build: ., imagee: web}
        """);

    Cli.Run run = session.type("deploy -c broken.yml shop");
    session.type("deploy -c broken.yml shop --progress json");
    session.type("deploy -c remarks.yml shop --progress json --dialect compose");
    session.type("deploy -c nosuch.yml shop");

    assertThat(run.code()).isEqualTo(3);
    assertThat(cli.endpoint()).isEmpty();
    session.check("session-wrong-file.txt");
  }

  @Test
  void readsTheStackFromStandardInputAndMergesFiles() throws IOException {
    write("more.yml", "services: {web: {image: web:3}}\n");
    cli.input(Shop.STACK);

    assertThat(cli.run("deploy", "-c", "-", "-c", "more.yml", "shop").code()).isZero();
    assertThat(swarm.service("shop_web").image()).startsWith("web:3");
    assertThat(cli.run("deploy", "-c", "stack.yml,more.yml", "shop").out()).contains("nothing");
  }

  @Test
  void takesVariablesFromFilesUnderTheEnvironment() throws IOException {
    write(".env", "VERSION=5\n");
    write("prod.env", "VERSION=6\n");

    deployedImage("deploy -c stack.yml shop", "web:5");
    deployedImage("deploy -c stack.yml --env-file prod.env shop", "web:6");
    deployedImage("deploy -c stack.yml --no-dotenv shop", "web:1");
    cli.variable("VERSION", "7");
    deployedImage("deploy -c stack.yml --env-file prod.env shop", "web:7");
  }

  @Test
  void endsWith130AndSaysWhatIsLeftWhenInterrupted() {
    swarm.image("web:1").becomesHealthyAfter(Duration.ofMinutes(1));
    swarm
        .timeline()
        .schedule(swarm.timeline().instant().plusSeconds(10), Thread.currentThread()::interrupt);

    Cli.Run run = cli.run("deploy", "-c", "stack.yml", "shop");

    assertThat(run.code()).isEqualTo(130);
    assertThat(run.out()).contains("interrupted; stack shop: ");
  }

  @Test
  void saysWhatTheSwarmLacks() throws IOException {
    write(
        "secret.yml",
        """
        services: {web: {image: web:1, secrets: [key]}}
        secrets: {key: {external: true}}
        """);

    Cli.Run run = cli.run("deploy", "-c", "secret.yml", "shop");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("swarmha: ").contains("key");
    assertThat(swarm.names(ResourceKind.SERVICE)).isEmpty();
  }

  @Test
  void refusesOptionsThatItDoesNotHave() {
    for (String option : List.of("--plans=p", "--rotate=now")) {
      assertThat(cli.run("deploy", "-c", "stack.yml", option, "shop").code()).isEqualTo(2);
    }
    assertThat(cli.endpoint()).isEmpty();
  }

  private void deployedImage(String line, String image) {
    assertThat(cli.run(line.split(" ")).code()).isZero();
    assertThat(swarm.service("shop_web").image()).startsWith(image);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
