package dev.swarmha.cli;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.cli.terminal.VirtualScreen;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.testkit.InMemorySwarm;
import dev.swarmha.engine.testkit.ServiceSpecBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tables look like to somebody at a terminal: their colours, and how they fit it. */
final class TablesTest {

  private static final Map<String, String> COLOURS =
      Map.of("32", "green", "31", "red", "33", "yellow", "2", "faint", "36", "cyan", "1", "bold");
  private static final List<String> TABLES =
      List.of("status", "ps shop", "node ls", "cluster status", "explain shop_db");

  private final InMemorySwarm swarm = Cli.swarmOfFive();

  @Test
  void saysInColourHowThingsStand(@TempDir Path directory) throws IOException {
    troubles(directory);
    StringBuilder session = new StringBuilder();

    for (String line : TABLES) {
      String shown = cli(directory).run((line + " --color always").split(" ")).out();
      session.append("$ swarmha ").append(line).append('\n').append(named(shown)).append('\n');
    }
    session
        .append("$ swarmha history blog\n")
        .append(named(cli(directory).run("history", "blog", "--color", "always").out()));

    Golden.check("tables-in-colour.txt", session.toString());
  }

  @Test
  void alignsColumnsAsIfThereWereNoColours(@TempDir Path directory) throws IOException {
    troubles(directory);

    for (String line : TABLES) {
      String coloured = cli(directory).run((line + " --color always").split(" ")).out();
      String plain = cli(directory).run(line.split(" ")).out();
      assertThat(coloured).contains("\u001b[").isNotEqualTo(plain);
      assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }
  }

  @Test
  void coloursWhatATerminalShowsUnlessNoColorIsSet() {
    String coloured = Cli.on(swarm).at(new VirtualScreen(80, 24)).run("node", "ls").out();
    String refused =
        Cli.on(swarm)
            .at(new VirtualScreen(80, 24))
            .variable("NO_COLOR", "1")
            .run("node", "ls")
            .out();
    String redirected = Cli.on(swarm).run("node", "ls").out();

    assertThat(coloured).contains("\u001b[32mready");
    assertThat(refused).doesNotContain("\u001b");
    assertThat(redirected).doesNotContain("\u001b");
  }

  @Test
  void breaksSentencesBetweenWords(@TempDir Path directory) throws IOException {
    troubles(directory);
    Files.writeString(
        directory.resolve("stack.yml"),
        "services: {web: {image: 'web:1', mem_limit: 1g, pid: host, cpu_quota: 5}}");
    StringBuilder session = new StringBuilder();

    for (String line :
        List.of(
            "status shop",
            "explain shop_db",
            "explain shop_web",
            "cluster status",
            "render -c stack.yml --explain")) {
      String shown =
          cli(directory)
              .at(new VirtualScreen(84, 24))
              .variable("NO_COLOR", "1")
              .run(line.split(" "))
              .out();
      assertThat(shown.lines()).allMatch(it -> it.length() <= 84);
      session.append("$ swarmha ").append(line).append('\n').append(shown).append('\n');
    }

    Golden.check("tables-84.txt", session.toString());
  }

  /** One stack in every trouble, another with a history, and nodes out of service. */
  private void troubles(Path directory) throws IOException {
    Files.writeString(
        directory.resolve("blog.yml"), "services: {site: {image: 'site:${VERSION-1}'}}");
    cli(directory).run("deploy", "-c", "blog.yml", "blog");
    swarm.image("site:2").crashesAtOnce(1);
    cli(directory).variable("VERSION", "2").run("deploy", "-c", "blog.yml", "blog");
    cli(directory).variable("VERSION", "3").run("deploy", "-c", "blog.yml", "blog", "--detach");
    cli(directory).run("stop", "blog_site");
    swarm.image("web:1").crashesAtOnce(1).logs("cannot open /data/" + "x".repeat(30) + " at all");
    create(ServiceSpecBuilder.service("shop_web", "web:1").stack("shop"));
    create(ServiceSpecBuilder.service("shop_api", "api:1").stack("shop").replicas(2));
    create(
        ServiceSpecBuilder.service("shop_db", "db:1")
            .stack("shop")
            .constraint("node.labels.database == primary"));
    swarm.advance(ofSeconds(20));
    cli(directory).run("node", "pause", "w2");
    cli(directory).run("node", "drain", "w1", "--force");
    swarm.node("m3").goesDown();
    swarm.advance(ofSeconds(30));
  }

  private Cli cli(Path directory) {
    return Cli.on(swarm).in(directory);
  }

  private void create(ServiceSpecBuilder service) {
    swarm.connection().swarm().create(ResourceKind.SERVICE, service.build(), WriteOptions.NONE);
  }

  /** Colours by their names, so that a person can read the golden file. */
  private static String named(String text) {
    String named = text;
    for (Map.Entry<String, String> colour : COLOURS.entrySet()) {
      named = named.replace("\u001b[" + colour.getKey() + "m", "<" + colour.getValue() + ">");
    }
    return named.replaceAll("\u001b\\[[0-9;]*m", "</>");
  }
}
