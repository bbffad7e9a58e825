package dev.swarmha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    InstalledDocker docker = InstalledDocker.find();
    lab.docker(node).run(docker.deploying("--compose-file", WEB, "site")).expect(0);

    changesNothing(lab, directory);
  }

  @Test
  void exportsAStackThatWasMadeHere(LabSwarm lab, @TempDir Path directory) throws IOException {
    lab.swarmha("deploy", "-c", WEB, "site", "--detach").expect(0);

    changesNothing(lab, directory);
  }

  private static void changesNothing(LabSwarm lab, Path directory) throws IOException {
    Map<String, Long> before = Observed.of(lab).versions();
    List<Mapping> templates = taskTemplates(lab);

    Finished exported = lab.swarmha("export", "site").expect(0);
    Path file = Files.writeString(directory.resolve("stack.yml"), exported.out());
    Finished deployed =
        lab.swarmha("deploy", "-c", file.toString(), "site", "--detach", "--progress", "json");

    assertThat(exported.err()).isEmpty();
    assertThat(deployed.expect(0).result().path("outcome").asText()).isEqualTo("unchanged");
    assertThat(Observed.of(lab).versions()).isEqualTo(before);

    dockerDeploys(lab, exported.out());
    assertThat(taskTemplates(lab)).isEqualTo(templates);
  }

  /** What tasks are made of; docker names the image with its digest in a label beside. */
  private static List<Mapping> taskTemplates(LabSwarm lab) {
    return Observed.of(lab).specs().values().stream()
        .map(spec -> spec.mapping("TaskTemplate"))
        .toList();
  }

  private static void dockerDeploys(LabSwarm lab, String file) {
    InstalledDocker docker = InstalledDocker.find();
    lab.docker(lab.nodes().get(0))
        .reading(docker.readable(file))
        .run(docker.deploying("--compose-file", "-", "site"))
        .expect(0);
  }
}
