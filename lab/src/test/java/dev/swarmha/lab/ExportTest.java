package dev.swarmha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stacks that run, written as files that change nothing. */
@Lab
class ExportTest {

  private static final String WEB = "lab/src/test/resources/stacks/web.yml";

  @Test
  void exportsAStackThatDockerMade(LabSwarm lab, @TempDir Path directory) throws IOException {
    String node = lab.nodes().get(0);
    lab.docker(node).run("stack", "deploy", "--compose-file", WEB, "--detach", "site").expect(0);

    changesNothing(lab, directory);
  }

  @Test
  void exportsAStackThatWasMadeHere(LabSwarm lab, @TempDir Path directory) throws IOException {
    lab.swarmha("deploy", "-c", WEB, "site", "--detach").expect(0);

    changesNothing(lab, directory);
  }

  private static void changesNothing(LabSwarm lab, Path directory) throws IOException {
    Map<String, Long> before = Observed.of(lab).versions();

    Finished exported = lab.swarmha("export", "site").expect(0);
    Path file = Files.writeString(directory.resolve("stack.yml"), exported.out());
    Finished deployed =
        lab.swarmha("deploy", "-c", file.toString(), "site", "--detach", "--progress", "json");

    assertThat(exported.err()).isEmpty();
    assertThat(deployed.expect(0).result().path("outcome").asText()).isEqualTo("unchanged");
    assertThat(Observed.of(lab).versions()).isEqualTo(before);
    String node = lab.nodes().get(0);
    lab.docker(node).run("stack", "config", "--compose-file", file.toString()).expect(0);
  }
}
