package dev.swarmha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stacks that run, written as files that change nothing. */
@Lab
class ExportTest {

  private static final String STACKS = "lab/src/test/resources/stacks/";
  private static final String WEB = STACKS + "web.yml";
  private static final String OF_DOCKER = STACKS + "export-docker.yml";
  private static final String OF_COMPOSE = STACKS + "export-compose.yml";

  @Test
  void exportsAStackThatDockerMade(LabSwarm lab, @TempDir Path directory) throws IOException {
    docker(lab, InstalledDocker.find().deploying("--compose-file", OF_DOCKER, "site"));

    changesNothingByEitherTool(lab, directory);
  }

  @Test
  void exportsAStackThatWasMadeHere(LabSwarm lab, @TempDir Path directory) throws IOException {
    lab.swarmha("deploy", "-c", WEB, "site", "--detach").expect(0);

    changesNothingByEitherTool(lab, directory);
  }

  @Test
  void exportsJobsAndWhatDockersFormatLacks(LabSwarm lab, @TempDir Path directory)
      throws IOException {
    docker(lab, "network", "create", "--driver", "overlay", "outer");
    lab.program()
        .with("TOKEN", "hush")
        .run("deploy", "-c", OF_COMPOSE, "site", "--stable-for", "1s")
        .expect(0);
    Observed observed = Observed.of(lab);
    Map<String, Long> versions = observed.versions();
    Map<String, Mapping> specs = observed.specs();

    Finished exported = lab.swarmha("export", "site").expect(0);
    Path file = Files.writeString(directory.resolve("stack.yml"), exported.out());

    assertThat(exported.err().lines())
        .isNotEmpty()
        .allMatch(line -> line.contains(": docker stack deploy does not see this"));
    assertThat(deployed(lab, file)).isEqualTo("unchanged");
    assertThat(observed.versions()).isEqualTo(versions);
    specs.keySet().forEach(service -> docker(lab, "service", "rm", service));
    assertThat(deployed(lab, file)).isEqualTo("detached");
    assertThat(observed.specs()).isEqualTo(specs);
    dockerDeploys(lab, exported.out());
  }

  /** Docker updates whatever it deploys, which moves tasks only where they are to be others. */
  private static void changesNothingByEitherTool(LabSwarm lab, Path directory) throws IOException {
    Observed observed = Observed.of(lab);
    Map<String, Long> versions = observed.versions();
    Map<String, Mapping> tasks = observed.tasksWanted();

    Finished exported = lab.swarmha("export", "site").expect(0);
    Path file = Files.writeString(directory.resolve("stack.yml"), exported.out());

    assertThat(exported.err()).isEmpty();
    assertThat(deployed(lab, file)).isEqualTo("unchanged");
    assertThat(observed.versions()).isEqualTo(versions);
    dockerDeploys(lab, exported.out());
    assertThat(observed.tasksWanted()).isEqualTo(tasks);
  }

  private static String deployed(LabSwarm lab, Path file) {
    return lab.swarmha("deploy", "-c", file.toString(), "site", "--detach", "--progress", "json")
        .expect(0)
        .result()
        .path("outcome")
        .asText();
  }

  private static void docker(LabSwarm lab, String... words) {
    lab.docker(lab.nodes().get(0)).run(words).expect(0);
  }

  private static void dockerDeploys(LabSwarm lab, String file) {
    InstalledDocker docker = InstalledDocker.find();
    lab.docker(lab.nodes().get(0))
        .reading(docker.readable(file))
        .run(docker.deploying("--compose-file", "-", "site"))
        .expect(0);
  }
}
