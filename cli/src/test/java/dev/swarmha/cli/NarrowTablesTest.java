package dev.swarmha.cli;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.cli.output.TextWidth;
import dev.swarmha.cli.terminal.VirtualScreen;
import dev.swarmha.engine.testkit.InMemorySwarm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What somebody looks for is there in terminals of usual widths, with names as long as they are.
 */
final class NarrowTablesTest {

  private static final String API = "registry.example.com/shop/checkout-api:2.14.";
  private static final String STACK =
      """
      services:
        checkout-api:
          image: '${API}'
          deploy:
            replicas: 4
            placement: {constraints: [node.role == worker]}
            update_config: {monitor: 2s}
            restart_policy: {delay: 1s}
        storefront:
          image: registry.example.com/shop/storefront:7
          deploy: {mode: global}
      """;
  private static final List<String> TABLES =
      List.of("ls", "history shop", "status shop", "ps shop", "rebalance --dry-run");

  private final InMemorySwarm swarm =
      InMemorySwarm.withNodes("manager-1.eu", "worker-1.eu", "worker-2.eu", "worker-3.eu");

  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @ValueSource(ints = {80, 160})
  void showWhatOneLooksFor(int columns) throws IOException {
    troubles();
    StringBuilder session = new StringBuilder();

    for (String line : TABLES) {
      String shown = shown(line, columns);
      assertThat(shown.lines()).allMatch(each -> TextWidth.of(each) <= columns);
      session.append("$ swarmha ").append(line).append('\n').append(shown).append('\n');
    }

    Golden.check("tables-real-" + columns + ".txt", session.toString());
  }

  @Test
  void giveUpTheBeginningsOfImagesAndNotTheirTags() throws IOException {
    troubles();

    assertThat(shown("status shop", 80)).contains("checkout-api:2.14.0");
  }

  /** A release, one that was taken back, and a node that went and came back empty. */
  private void troubles() throws IOException {
    Files.writeString(directory.resolve("stack.yml"), STACK);
    deploy("0", "SHOP-1201: pay by invoice, and show the delivery date on the first page");
    swarm.image(API + "1").crashesAtOnce(1);
    deploy("1", "SHOP-1207: retry when the payment provider does not answer");
    swarm.node("worker-3.eu").goesDown();
    swarm.advance(ofSeconds(60));
    swarm.node("worker-3.eu").comesBack();
    swarm.advance(ofHours(1));
  }

  private void deploy(String patch, String message) {
    Cli.on(swarm)
        .in(directory)
        .variable("API", API + patch)
        .variable("GITLAB_CI", "true")
        .variable("CI_JOB_URL", "https://gitlab.example.com/shop/shop/-/jobs/4711")
        .variable("GITLAB_USER_LOGIN", "deploy-bot")
        .variable("CI_COMMIT_SHA", "89abcdef0123456789abcdef0123456789abcdef")
        .run("deploy", "-c", "stack.yml", "shop", "--message", message);
  }

  private String shown(String line, int columns) {
    VirtualScreen screen = new VirtualScreen(columns, 50);
    String printed = Cli.on(swarm).at(screen).variable("NO_COLOR", "1").run(line.split(" ")).out();
    return printed.isEmpty() ? screen.text() : printed;
  }
}
