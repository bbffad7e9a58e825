package dev.swarmha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Differences as a user sees them. */
final class DiffCommandTest {

  private static final String STACK =
      """
      services:
        web:
          image: web:${VERSION:-1}
          command: [serve, "a\\nb"]
          environment: {LEVEL: "${LEVEL:-info}"}
          secrets: [key]
          deploy: {replicas: 2}
        db:
          image: db:1
      secrets: {key: {file: key.txt}}
      """;

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2");
  private final Cli cli = Cli.on(swarm);
  private final Transcript session = new Transcript(cli);

  @BeforeEach
  void writesTheStackFile(@TempDir Path directory) throws IOException {
    cli.in(directory);
    Files.writeString(directory.resolve("stack.yml"), STACK);
    Files.writeString(directory.resolve("key.txt"), "hunter2");
    Files.writeString(directory.resolve("less.yml"), "services: {web: {image: web:1}}\n");
    for (String mode : List.of("0440", "0400")) {
      String secret = "secrets: [{source: key, mode: " + mode + "}]";
      Files.writeString(directory.resolve(mode + ".yml"), STACK.replace("secrets: [key]", secret));
    }
    Files.writeString(directory.resolve("broken.yml"), "services: {web: {imagee: web:1}}\n");
  }

  @Test
  void showsPermissionsInOctalDigits() {
    cli.run("deploy", "-c", "0440.yml", "shop", "--detach");

    assertThat(cli.run("diff", "-c", "0400.yml", "shop").out())
        .contains("    ~ secrets.key.mode: 0440 -> 0400\n");
  }

  @Test
  void showsWhatADeployWouldChange() throws IOException {
    session.type("diff -c stack.yml shop --exit-code");
    cli.run("deploy", "-c", "stack.yml", "shop", "--detach");
    session.type("diff -c stack.yml shop --exit-code");
    session.type("diff -c stack.yml shop -o json");
    scaleByHand(5);
    cli.variable("VERSION", "2").variable("LEVEL", "debug");
    session.type("diff -c stack.yml shop");
    session.type("diff -c stack.yml shop --exit-code -o json");
    session.type("diff -c stack.yml shop --color always");
    session.type("diff -c less.yml shop --prune");
    session.type("diff -c less.yml shop -o yaml");
    session.type("diff -c broken.yml shop");

    session.check("session-diff.txt");
  }

  @Test
  void endsWith7OnlyWhereItIsAskedTo() {
    assertThat(cli.run("diff", "-c", "stack.yml", "shop").code()).isZero();
    assertThat(cli.run("diff", "-c", "stack.yml", "shop", "--exit-code").code()).isEqualTo(7);
    assertThat(swarm.names(ResourceKind.SERVICE)).isEmpty();
  }

  private void scaleByHand(int replicas) {
    SwarmEngine engine = swarm.connection().swarm();
    Resource web = engine.list(ResourceKind.SERVICE, Selector.names("shop_web")).get(0);
    DocumentPath count = DocumentPath.of("Mode", "Replicated", "Replicas");
    engine.update(web, web.spec().withAt(count, Document.number(replicas)), WriteOptions.NONE);
  }
}
