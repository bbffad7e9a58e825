package dev.swarmha.cli;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.Operator;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.testkit.InMemorySwarm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people, and one stack. */
final class LockTest {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2");
  private final Cli userB = Cli.on(swarm).as(new Operator("user-b", "desk", 22));
  private final Cli userA = Cli.on(swarm);
  private final Transcript session = new Transcript(userB);

  @BeforeEach
  void writesTheStackFile(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("stack.yml"), "services: {web: {image: \"web:1\"}}\n");
    userA.in(directory);
    userB.in(directory);
  }

  @Test
  void tellsTheSecondWhoTheFirstIs() throws IOException {
    swarm.image("web:1").becomesHealthyAfter(ofSeconds(40));
    swarm.timeline().schedule(swarm.timeline().instant().plusSeconds(25), this::bobTriesEverything);

    Cli.Run first = userA.run("deploy", "-c", "stack.yml", "shop", "--message", "winter sale");

    assertThat(first.code()).isZero();
    session.type("status shop");
    session.check("session-locked.txt");
  }

  private void bobTriesEverything() {
    session.type("deploy -c stack.yml shop");
    session.type("deploy -c stack.yml shop --progress json");
    session.type("deploy -c stack.yml shop --progress quiet");
    session.type("rm shop");
    session.type("status shop");
    session.type("status shop -o json");
    session.type("config ls");
  }

  @Test
  void takesOverFromTheDead() throws IOException {
    userA.run("deploy", "-c", "stack.yml", "shop");
    diesWithTheLock();
    swarm.advance(ofMinutes(5));

    session.type("status shop");
    session.type("deploy -c stack.yml shop");

    assertThat(swarm.names(ResourceKind.CONFIG)).doesNotContain("shop.swarmha.lock");
    diesWithTheLock();
    session.type("deploy -c stack.yml shop --lock-timeout 2m --progress json");
    session.check("session-lock-taken-over.txt");
  }

  /** A deploy that is killed gives nothing back. */
  private void diesWithTheLock() {
    swarm.failNextCall("remove", new EngineRefusedException("killed"));
    userA.run("deploy", "-c", "stack.yml", "shop", "--message", "again");
  }
}
