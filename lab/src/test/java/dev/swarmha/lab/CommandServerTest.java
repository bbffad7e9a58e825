package dev.swarmha.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** To a shell, our program within the tests is a program like any other. */
class CommandServerTest {

  private static final String SCRIPT =
      """
      printf 'services: {web: {image: x, user: "$NAME"}}' | NAME='a  b' swarmha render -c - | grep user
      echo 'services: {web: {image: "x:2"}}' >my.yml
      echo before >all
      { swarmha render -c 'my.yml'; echo between; swarmha no-such-command; } >>all 2>&1
      echo $?
      tail -n 5 all
      test "$(swarmha --version)" && echo said
      """;

  @TempDir private Path directory = Path.of("");

  @Test
  void hasTheShellsVariablesFilesPipesAndExitCodes() throws IOException, InterruptedException {
    try (CommandServer server = CommandServer.start(directory.resolve("bin"))) {
      ProcessBuilder bash = new ProcessBuilder("bash", "-c", SCRIPT).directory(directory.toFile());
      bash.environment().put("PATH", "bin:" + System.getenv("PATH"));
      bash.redirectErrorStream(true);

      Process process = bash.start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);

      assertThat(process.waitFor()).isZero();
      assertThat(said).contains("user: a  b\n2\n", "said").contains("no-such-command");
      assertThat(Files.readString(directory.resolve("all"), UTF_8))
          .startsWith("before\n")
          .containsSubsequence("image: x:2", "between\n", "swarmha: ");
      assertThat(server).isNotNull();
    }
  }
}
