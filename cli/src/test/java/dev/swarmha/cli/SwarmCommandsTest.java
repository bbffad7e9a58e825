package dev.swarmha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forming a swarm, labels, secrets and configs, as a user types them. */
final class SwarmCommandsTest {

  @Test
  void formsASwarmFromBareEngines() throws IOException {
    Cli cli = Cli.on(InMemorySwarm.bare("n1", "n2"));
    Transcript session = new Transcript(cli);

    session.type("-H n1 init --advertise-addr 10.0.0.1");
    session.type("-H n1 init");
    session.type("-H n1 token worker");
    String token = session.type("-H n1 token worker -q").out().strip();
    session.type("-H n2 join --token " + token + " 10.0.0.1:2377");
    session.type("-H n2 join --token " + token + " 10.0.0.1:2377");
    session.type("-H n1 node ls");
    session.type("-H n1 token manager -o json");
    session.type("-H n2 node ls");
    session.type("-H n1 leave");
    session.type("-H n2 leave --progress json");
    session.type("-H n2 leave");

    session.check("session-form.txt");
  }

  @Test
  void tellsTheKeyOfALockedSwarmOnce() {
    Cli cli = Cli.on(InMemorySwarm.bare("n1"));

    Cli.Run run = cli.run("init", "--autolock");

    assertThat(run.out())
        .endsWith(
            "; each manager asks for this key when it restarts (docker swarm unlock), so keep it"
                + " safe: SWMKEY-1-swarm1xxxxxxxxxxxxxxxxxxx\n");
    assertThat(cli.run("init", "--autolock").out()).doesNotContain("SWMKEY");
  }

  @Test
  void labelsNodes() throws IOException {
    Cli cli = Cli.on(InMemorySwarm.withNodes("n1", "n2"));
    Transcript session = new Transcript(cli);

    session.type("node label n2 database=primary zone=b");
    assertThat(cli.run("node", "label", "n1", "role=worker").out()).startsWith("updated node n1");
    cli.run("node", "label", "n1", "role-");
    session.type("node label n2 database=primary");
    session.type("node label n2 zone- disk=ssd");
    session.type("node label n9 zone=a");
    session.type("node ls -o json");
    session.type("node ls -o yaml");

    session.check("session-labels.txt");
  }

  @Test
  void changesTheNodes() throws IOException {
    InMemorySwarm swarm = InMemorySwarm.builder().manager("m1").worker("w1").worker("w2").build();
    Transcript session = new Transcript(Cli.on(swarm));

    session.type("node inspect w1");
    session.type("node inspect m1 -o json");
    session.type("node inspect nosuch");
    session.type("node promote w1");
    session.type("node promote w1");
    session.type("node demote w1 m1");
    session.type("node demote w1");
    session.type("node demote m1");
    session.type("node demote m1 --force");
    session.type("node pause w1 w2");
    session.type("node pause w2 --progress json");
    session.type("node activate w1 w2");
    session.type("node rm m1");
    session.type("node rm w2");
    session.type("node rm w2 --force");
    session.type("node rm w2");

    session.check("session-nodes.txt");
  }

  @Test
  void drainsANode() throws IOException {
    InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2", "n3");
    Transcript session = new Transcript(Cli.on(swarm));
    create(ServiceSpecBuilder.service("shop_web", "web:1").stack("shop").replicas(3), swarm);
    create(ServiceSpecBuilder.service("shop_agent", "agent:1").stack("shop").global(), swarm);
    swarm.advance(Duration.ofSeconds(30));

    session.type("node drain n2");
    session.type("node drain n2 --force --dry-run");
    session.type("node drain n2 --force");
    session.type("node drain n2 --progress json");
    session.type("node drain n9");
    session.type("node activate n2");
    session.type("node drain n2 --force --timeout 3s");
    session.type("node promote n2");

    session.check("session-drain.txt");
  }

  private static void create(ServiceSpecBuilder service, InMemorySwarm swarm) {
    swarm.connection().swarm().create(ResourceKind.SERVICE, service.build(), WriteOptions.NONE);
  }

  @Test
  void keepsSecretsToItself(@TempDir Path directory) throws IOException {
    InMemorySwarm swarm = InMemorySwarm.withNodes("n1");
    Path file = Files.writeString(directory.resolve("password"), "hunter2");

    Cli.Run created =
        Cli.on(swarm)
            .run("secret", "create", "db_password", file.toString(), "--progress", "json", "-vv");

    assertThat(created.code()).isZero();
    assertThat(created.out() + created.err()).doesNotContain("hunter2");
    for (String format : List.of("table", "json", "yaml")) {
      Cli.Run shown = Cli.on(swarm).run("secret", "inspect", "db_password", "-o", format, "-vv");
      assertThat(shown.code()).isZero();
      assertThat(shown.out() + shown.err()).doesNotContain("hunter2", "aHVudGVyMg");
    }
    assertThat(swarm.payload(ResourceKind.SECRET, "db_password").bytes())
        .asString()
        .isEqualTo("hunter2");
  }

  @Test
  void createsListsAndRemovesSecretsAndConfigs() throws IOException {
    Cli cli = Cli.on(InMemorySwarm.withNodes("n1")).input("from standard input");
    Transcript session = new Transcript(cli);

    session.type("secret create db_password - --label team=shop -l tier");
    session.type("secret create db_password");
    session.type("config create nginx_conf");
    session.type("secret ls");
    session.type("config ls -o json");
    session.type("secret inspect db_password");
    session.type("config inspect nginx_conf");
    session.type("config inspect nginx_conf -o json");
    session.type("secret inspect db_pasword");
    session.type("secret rm db_password nginx_conf");
    session.type("secret rm db_password");
    session.type("config rm nginx_conf");
    session.type("secret ls -o json");

    session.check("session-secrets.txt");
  }

  @Test
  void showsItsOwnVersionWhereNoEngineAnswers() {
    Cli.Run run = Cli.alone().run("version");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().lines()).singleElement().asString().startsWith("swarmha  ");
    assertThat(run.err().lines())
        .containsExactly("swarmha: no Engine at tcp://nowhere (from --host)");
    assertThat(Cli.alone().run("version", "-o", "json").out())
        .contains("\"engineVersion\": null", "\"problem\": \"no Engine at tcp://nowhere");
  }

  @Test
  void showsTheVersionsOfBothSides() {
    Cli.Run run = Cli.on(InMemorySwarm.withNodes("n1")).run("version");

    assertThat(run.out().lines()).hasSize(3).first().asString().startsWith("swarmha  ");
    assertThat(run.out()).contains(" on n1").contains("API      1.");
  }
}
