package dev.swarmha.cli;

import dev.swarmha.engine.testkit.InMemorySwarm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deploys that are refused because they would never end, as a user sees them. */
final class RefusedDeployTest {

  private static final String STACK =
      """
      services:
        web:
          image: web:${VERSION:-1}
          ports: [{target: 80, published: 8080, mode: host}]
          deploy:
            replicas: 2
            update_config: {order: start-first}
      """;

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2");
  private final Cli cli = Cli.on(swarm);
  private final Transcript session = new Transcript(cli);

  @Test
  void tellsWhyAnUpdateWouldNeverEndAndWhatToDo(@TempDir Path directory) throws IOException {
    cli.in(directory);
    Files.writeString(directory.resolve("stack.yml"), STACK);
    cli.run("deploy", "-c", "stack.yml", "shop");
    cli.variable("VERSION", "2");

    session.type("deploy -c stack.yml shop");
    session.type("deploy -c stack.yml shop --progress json");
    session.type("deploy -c stack.yml shop --dry-run");
    session.type("diff -c stack.yml shop");

    session.check("session-deadlock.txt");
  }
}
