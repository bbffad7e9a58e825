package dev.swarmha.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build hands out, installed as users do. */
@Lab
class DistributionTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void runsFromAnArchiveAnywhereAndAsPluginOfDocker(LabSwarm lab) throws Exception {
    Path installed = unpacked(lab);
    Path config = directory.resolve("config");
    Path plugins = Files.createDirectories(config.resolve("cli-plugins"));
    Path plugin = installed.resolve("bin/docker-swarmha");
    Files.createSymbolicLink(plugins.resolve("docker-swarmha"), plugin);
    Path link = Files.createSymbolicLink(directory.resolve("sw"), installed.resolve("bin/swarmha"));

    assertThat(said(link.toString(), "--version")).startsWith("swarmha ");
    assertThat(installed.resolve("share/man/man1/swarmha-deploy.1")).exists();
    assertThat(installed.resolve("LICENSE")).exists();
    Program docker = lab.docker("m1").with("DOCKER_CONFIG", config.toString());
    assertThat(docker.run("swarmha", "node", "ls").expect(0).out()).contains("m1");
    assertThat(
            docker
                .at("tcp://127.0.0.1:1")
                .run("--host", lab.endpoint("m1"), "swarmha", "node", "ls")
                .expect(0)
                .out())
        .contains("m1");
  }

  private Path unpacked(LabSwarm lab) throws Exception {
    Path target = Files.createDirectories(directory.resolve("my programs"));
    said(
        "tar",
        "-xzf",
        archive(lab.project().resolve("cli/target")).toString(),
        "-C",
        target.toString());
    try (Stream<Path> roots = Files.list(target)) {
      return roots.findFirst().orElseThrow();
    }
  }

  private static Path archive(Path built) throws IOException {
    try (Stream<Path> files = Files.list(built)) {
      return files.filter(file -> file.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
    }
  }

  private String said(String... words) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(List.of(words)).redirectErrorStream(true);
    builder.environment().put("SWARMHA_CACHE", "off");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
