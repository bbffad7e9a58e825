package dev.swarmha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.testkit.InMemorySwarm;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans in files, as a user saves and applies them. */
final class PlanCommandTest {

  private static final String STACK =
      """
      services:
        web:
          image: web:${VERSION:-1}
          environment: {TOKEN: "a\\tb"}
          secrets: [key]
          deploy: {replicas: 2}
      secrets: {key: {file: key.txt}}
      """;

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2");
  private final Cli cli = Cli.on(swarm);
  private final Transcript session = new Transcript(cli);
  private Path directory = Path.of("");

  @BeforeEach
  void writesTheStackFile(@TempDir Path temporary) throws IOException {
    directory = temporary;
    cli.in(directory);
    write("stack.yml", STACK);
    write("key.txt", "hunter2");
  }

  @Test
  void savesAPlanAndAppliesIt() throws IOException {
    session.type("diff -c stack.yml --out plan.json shop");
    session.type("deploy --plan plan.json shop");
    session.type("deploy --plan plan.json -c stack.yml shop --detach");
    session.type("deploy --plan plan.json -c stack.yml shop");
    session.type("deploy --plan plan.json -c stack.yml shop --progress json");
    cli.variable("VERSION", "2");
    session.type("diff -c stack.yml --out plan.json shop");
    session.type("deploy --plan plan.json shop --dry-run");
    session.type("deploy --plan plan.json other");
    session.type("deploy --plan plan.json shop --prune");
    session.type("deploy --plan plan.json shop --rotate auto");

    session.check("session-plan.txt");
  }

  @Test
  void refusesFilesThatAreNoPlans() throws IOException {
    cli.run("diff", "-c", "stack.yml", "--out", "plan.json", "shop");
    String plan = Files.readString(directory.resolve("plan.json"));
    write("half.json", plan.substring(0, plan.length() / 2));
    write("edited.json", plan.replace("a\\tb", "c"));
    write("other.json", "{\"format\": \"terraform\"}");
    write("newer.json", plan.replace("\"version\":1,\"stack\"", "\"version\":2,\"stack\""));

    for (String file : new String[] {"half", "edited", "other", "newer", "missing"}) {
      session.type("deploy --plan " + file + ".json shop");
    }
    session.type("deploy --plan stack.yml shop");
    session.type("diff -c stack.yml --out no/such/plan.json shop --exit-code");

    assertThat(plan).doesNotContain("hunter2");
    session.check("session-plan-wrong.txt");
  }

  @Test
  void letsNobodyElseReadAPlan() throws IOException {
    Assumptions.assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "this file system knows no owners and no permissions");
    write("plan.json", "something else");

    cli.run("diff", "-c", "stack.yml", "--out", "plan.json", "shop");

    assertThat(Files.getPosixFilePermissions(directory.resolve("plan.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (var files = Files.list(directory)) {
      assertThat(files).hasSize(3);
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
