package dev.swarmha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.testkit.InMemorySwarm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole cluster from one file, as a user types it. */
final class ClusterCommandsTest {

  private static final String FILE =
      """
      managers:
        - {host: n1, labels: {zone: a}}
        - {host: n2}
        - {host: n3}
      workers:
        - {host: n4, labels: {zone: b}}
      networks: {public: {attachable: true}}
      secrets: {password: {file: password.txt}}
      configs: {motd: {env: MOTD}}
      """;

  private final InMemorySwarm swarm = InMemorySwarm.bare("n1", "n2", "n3", "n4", "n5");

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Files.writeString(directory.resolve("cluster.yml"), FILE);
    Files.writeString(directory.resolve("password.txt"), "hunter2");
  }

  @Test
  void formsAndKeepsACluster() throws IOException {
    Transcript session = new Transcript(cli());

    session.type("cluster plan -f cluster.yml");
    session.type("cluster apply -f cluster.yml");
    session.type("cluster apply -f cluster.yml");
    session.type("cluster apply -f cluster.yml --progress json");
    session.type("cluster plan -f cluster.yml -o json");
    session.type("cluster status -f cluster.yml");
    swarm.engine("n4").membership().leave(true);
    session.type("cluster plan -f cluster.yml");
    session.type("cluster status -H n1 -o json");
    swarm.node("n4").unreachableFor(Duration.ofMinutes(10));
    session.type("cluster apply -f cluster.yml --progress json");

    session.check("session-cluster.txt");
  }

  @Test
  void tellsWhatCanStillBeToldWithoutALeader() throws IOException {
    cli().run("cluster", "apply", "-f", "cluster.yml");
    swarm.node("n2").goesDown();
    swarm.node("n3").goesDown();
    Transcript session = new Transcript(cli());

    session.type("-H n1 cluster status");
    session.type("cluster status -f cluster.yml");
    session.type("-H n1 cluster status -o json");
    session.type("cluster apply -f cluster.yml");

    session.check("session-cluster-lost.txt");
  }

  @Test
  void refusesAFileThatIsWrong() throws IOException {
    Files.writeString(
        directory.resolve("cluster.yml"),
        FILE.replace("managers:", "mangers:").replace("password.txt", "nosuch.txt"));
    Transcript session = new Transcript(cli());

    session.type("cluster apply -f cluster.yml");
    Files.writeString(
        directory.resolve("cluster.yml"),
        FILE.replace("MOTD", "NOSUCH").replace("password.", "no."));
    session.type("cluster plan -f cluster.yml");
    session.type("cluster plan -f nosuch.yml");
    session.type("cluster plan");

    session.check("session-cluster-wrong.txt");
  }

  @Test
  void keepsSecretsToItself() {
    for (String progress : new String[] {"plain", "json"}) {
      Cli.Run run =
          cli().run("cluster", "apply", "-f", "cluster.yml", "--progress", progress, "-vv");

      assertThat(run.code()).isZero();
      assertThat(run.out() + run.err()).doesNotContain("hunter2", "aHVudGVyMg");
    }
  }

  private Cli cli() {
    return Cli.on(swarm).in(directory).variable("MOTD", "hello");
  }
}
