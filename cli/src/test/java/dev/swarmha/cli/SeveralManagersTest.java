package dev.swarmha.cli;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.testkit.InMemorySwarm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deploys through several managers of one swarm, while something happens to them. */
final class SeveralManagersTest {

  private static final String STACK =
      """
      services:
        web:
          image: web:1
          deploy:
            replicas: 2
            placement:
              constraints: [node.role == worker]
      """;

  private final InMemorySwarm swarm = Cli.swarmOfFive();
  private final Cli cli = Cli.on(swarm);

  @BeforeEach
  void writesTheStackFile(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("stack.yml"), STACK);
    cli.in(directory);
    swarm.image("web:1").becomesHealthyAfter(ofSeconds(5));
  }

  @Test
  void deploysThoughTheLeaderDiesInTheMiddleOfTheRollout() {
    after(ofSeconds(1), () -> swarm.node("m1").goesDown());

    Cli.Run run = deploy("-H", "m1", "-H", "m2");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\"outcome\":\"deployed\"");
    assertThat(swarm.service("shop_web").running()).isEqualTo(2);
  }

  @Test
  void deploysThoughTheLeaderDiesBetweenTwoSteps() {
    swarm.beforeNextCall(
        "create", () -> swarm.beforeNextCall("create", () -> swarm.node("m1").goesDown()));

    Cli.Run run = deploy("-H", "m1", "-H", "m2");

    assertThat(run.code()).isZero();
    assertThat(swarm.service("shop_web").running()).isEqualTo(2);
  }

  @Test
  void deploysThoughEachAnswerToAChangeIsLostOnce() {
    swarm.loseNextAnswer("create");
    swarm.loseNextRequest("create");
    swarm.loseNextRequest("update");

    Cli.Run run = deploy("-H", "m1", "-H", "m2");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\"outcome\":\"deployed\"");
  }

  @Test
  void deploysThroughASingleManagerThatRestarts() {
    after(ofSeconds(1), () -> swarm.node("m2").unreachableFor(ofSeconds(10)));

    assertThat(deploy("-H", "m2").code()).isZero();
  }

  @Test
  void namesALostQuorum() {
    after(
        ofSeconds(1),
        () -> {
          swarm.node("m1").goesDown();
          swarm.node("m2").goesDown();
        });

    Cli.Run run = deploy("-H", "m1", "-H", "m2", "-H", "m3");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains(
            "swarmha: the swarm has lost its quorum: 1 of 3 managers answer, and none has a"
                + " leader");
    assertThat(run.out().lines().reduce((before, last) -> last).orElseThrow())
        .contains("\"outcome\":\"failed\"", "\"exitCode\":1", "the swarm has lost its quorum");
    assertThat(swarm.timeline().elapsed()).isLessThan(ofSeconds(55));
  }

  @Test
  void saysAtOnceThatNoneAnswers() {
    swarm.engineUnreachableFor(Duration.ofMinutes(5));

    Cli.Run run = cli.run("node", "ls", "-H", "m1", "-H", "m2");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("m1", "m2");
    assertThat(swarm.timeline().elapsed()).isZero();
  }

  private Cli.Run deploy(String... hosts) {
    String[] arguments = new String[hosts.length + 6];
    System.arraycopy(hosts, 0, arguments, 0, hosts.length);
    String[] command = {"deploy", "-c", "stack.yml", "shop", "--progress", "json"};
    System.arraycopy(command, 0, arguments, hosts.length, command.length);
    return cli.run(arguments);
  }

  private void after(Duration time, Runnable event) {
    swarm.timeline().schedule(swarm.timeline().instant().plus(time), event);
  }
}
