package dev.swarmha.lab.terminal;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The screens of the documentation are what a terminal shows. {@code lab/screens} writes them anew.
 */
@Lab
class ScreensTest {

  @TempDir private Path home = Path.of("");

  @Test
  void showsOnATerminalWhatTheDocumentationShows(LabSwarm lab) throws IOException {
    String docker = home.resolve("docker").toString();
    lab.docker("m1")
        .with("DOCKER_CONFIG", docker)
        .run("context", "create", "prod", "--docker", "host=" + lab.endpoint("m1"))
        .expect(0);
    Map<String, String> variables = Map.of("DOCKER_CONFIG", docker, "DOCKER_CONTEXT", "prod");
    KeptScreens kept = new KeptScreens(lab.project().resolve("docs/screens"));

    try (Screen screen = Screen.open(lab, home, variables, "bash", "--noprofile", "--norc")) {
      deploy(screen, kept);
      failToDeploy(screen);
      kept.compare("rolled-back-160x50", screen);
      watch(screen, kept);
      failToDeploy(screen);
      kept.compare("rolled-back-80x24", screen);
      workInTheShell(screen, kept);
    }
    assertThat(kept.differences()).isEmpty();
  }

  /** Types a line on a screen that is empty. */
  private static Screen run(Screen screen, String line) {
    return screen.enter("clear").see("\\A\\$\\Z").enter(line);
  }

  private static void deploy(Screen screen, KeptScreens kept) throws IOException {
    run(screen, "swarmha deploy -c screens.yml --stable-for 30s shop");
    screen.see("(?s)(must stay up.*){3}");
    kept.compare("deploying-80x24", screen);
    screen.resize(160, 50);
    screen.see("^deploy shop: .{120,} \\d+s$");
    kept.compare("deploying-160x50", screen);
    screen.see("^stack shop deployed");
    kept.compare("deployed-160x50", screen);
  }

  private static void failToDeploy(Screen screen) {
    run(screen, "WEB_VERSION=crash swarmha deploy -c screens.yml shop");
    screen.see("^stack shop is back at revision 1");
  }

  private static void watch(Screen screen, KeptScreens kept) throws IOException {
    run(screen, "swarmha status --watch");
    screen.see("^shop: converged").see("^SERVICE .*LAST ROLLOUT$").see("^m1 ");
    kept.compare("status-160x50", screen);
    screen.resize(80, 24);
    screen.see("\\Ashop: converged").see("^SERVICE .*LAST ROLLOUT$").see("^m1 ");
    kept.compare("status-80x24", screen);
    screen.press("C-c").see("\\$\\Z");
  }

  private static void workInTheShell(Screen screen, KeptScreens kept) throws IOException {
    eventually(
        () -> {
          run(screen, "swarmha shell").see(">\\Z");
          if (!screen.text().endsWith("swarmha prod (leader)>")) {
            screen.press("C-d").see("^\\$\\Z");
          }
          assertThat(screen.text()).endsWith("swarmha prod (leader)>");
        },
        Duration.ofMinutes(5));
    session(screen, 3);
    kept.compare("shell-80x24", screen);
    screen.press("C-u");
    screen.resize(160, 50);
    screen.press("C-l").see("\\A[^\\n]*>\\Z");
    session(screen, 2);
    kept.compare("shell-160x50", screen);
    screen.press("C-u").enter("rm shop").see("^stack shop removed");
  }

  /** A few commands, and a name that has not been typed yet. */
  private static void session(Screen screen, int workers) {
    screen.enter("node ls").see("(?s) w1 .*>\\Z");
    screen.enter("!grep image: screens.yml").see("image: swarmha/any:1\n.*>\\Z");
    screen.enter("scale shop_worker=" + workers).see("^shop_worker scaled\n.*>\\Z");
    screen.complete("restart shop_c", "restart shop_cache");
    screen.type("restart shop_").press("Tab").see("shop_cache \\(swarmha/cache:1\\)");
  }
}
