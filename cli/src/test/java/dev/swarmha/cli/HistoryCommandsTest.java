package dev.swarmha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.testkit.InMemorySwarm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisions, the way back to them, and what was cut off, as a user sees it. */
final class HistoryCommandsTest {

  private static final String STACK =
      """
      services:
        web:
          image: web:${VERSION:-1}
          environment: {PASSWORD: s3cr3t}
          deploy: {replicas: 2}
        db:
          image: db:1
      """;

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2");
  private final Cli cli = Cli.on(swarm);
  private final Transcript session = new Transcript(cli);

  @BeforeEach
  void writesTheStackFile(@TempDir Path directory) throws IOException {
    cli.in(directory);
    Files.writeString(directory.resolve("stack.yml"), STACK);
    Files.createDirectory(directory.resolve(".git"));
    Files.writeString(directory.resolve(".git/HEAD"), "0123456789abcdef".repeat(3).substring(8));
  }

  @Test
  void listsRevisionsAndGoesBackToThem() throws IOException {
    cli.run("deploy", "-c", "stack.yml", "shop", "--message", "first");
    cli.variable("VERSION", "2").variable("CI_JOB_URL", "https://ci.test/job/5");
    cli.run("deploy", "-c", "stack.yml", "shop");
    swarm.image("web:3").crashesAtOnce(1).logs("cannot open /data");
    cli.variable("VERSION", "3");
    cli.run("deploy", "-c", "stack.yml", "shop");

    session.type("history shop");
    session.type("rollback shop --dry-run");
    session.type("rollback shop 1");
    session.type("rollback", "shop", "2", "--progress", "json", "--message", "the other one");
    session.type("history shop");
    session.type("history shop -o json");
    session.type("rollback shop 7");
    session.type("rollback shop last");
    session.type("history nosuch");
    session.type("rollback nosuch");

    session.check("session-history.txt");
  }

  @Test
  void takesUpWhatWasCutOff() throws IOException {
    cli.run("deploy", "-c", "stack.yml", "shop");
    cli.variable("VERSION", "2");
    interruptAfter(1);

    session.type("deploy -c stack.yml shop");
    session.type("status shop");
    session.type("history shop");
    interruptAfter(1);
    session.type("deploy -c stack.yml shop --progress json");
    session.type("rollback shop");
    session.type("status shop -o json");
    session.type("history shop -o yaml");

    session.check("session-resume.txt");
  }

  @Test
  void keepsAsManyRevisionsAsAskedFor() {
    for (int version = 1; version <= 4; version++) {
      cli.variable("VERSION", String.valueOf(version));
      cli.run("deploy", "-c", "stack.yml", "shop", "--history-max", "2");
    }

    assertThat(swarm.names(ResourceKind.CONFIG))
        .containsExactly("shop.swarmha.r3", "shop.swarmha.r4");
    assertThat(cli.run("rollback", "shop", "--history-max", "1").code()).isZero();
    assertThat(swarm.names(ResourceKind.CONFIG)).containsExactly("shop.swarmha.r5");
    assertThat(cli.run("rollback", "shop", "--history-max", "0").code()).isEqualTo(2);
  }

  private void interruptAfter(int seconds) {
    swarm
        .timeline()
        .schedule(
            swarm.timeline().instant().plusSeconds(seconds), Thread.currentThread()::interrupt);
  }
}
