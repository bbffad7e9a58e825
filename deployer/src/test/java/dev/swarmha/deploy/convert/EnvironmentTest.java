package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.container;
import static dev.swarmha.deploy.convert.Converted.errors;
import static dev.swarmha.deploy.convert.Converted.load;
import static dev.swarmha.deploy.convert.Converted.spec;
import static dev.swarmha.deploy.convert.Converted.stack;
import static dev.swarmha.deploy.convert.Converted.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.engine.ResourceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {

  @Test
  void sortsVariablesAndKeepsThoseWithoutAValue() {
    assertThat(container("environment: {B: 1.10, A: x, C: null, D: \"\"}").sequence("Env").texts())
        .containsExactly("A=x", "B=1.1", "C", "D=");
  }

  @Test
  void readsTheListForm() {
    assertThat(container("environment: [\"B=1.10\", A]").sequence("Env").texts())
        .containsExactly("A", "B=1.10");
  }

  @Test
  void refusesTruthValues() {
    assertThat(load(Path.of("/"), web("environment: {A: true}")).errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error)
                  .hasToString(
                      "stack.yml:4:22: services.web.environment.A: must be a string or a number or"
                          + " null, not true");
              assertThat(error.hint()).contains("put it in quotes: \"true\"");
            });
  }

  @Test
  void readsEnvironmentFilesUnderTheServicesOwn(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("a.env"), "# comment\nA=1\nB='q'\n  C=3 \n");
    Files.writeString(directory.resolve("b.env"), "A=2\n");

    DesiredStack stack = stack(directory, web("env_file: [a.env, ./b.env]\nenvironment: {C: own}"));

    assertThat(
            spec(stack, ResourceKind.SERVICE, "shop_web")
                .mapping("TaskTemplate")
                .mapping("ContainerSpec")
                .sequence("Env")
                .texts())
        .containsExactly("A=2", "B='q'", "C=own");
  }

  @Test
  void reportsAnEnvironmentFileThatIsNotThere(@TempDir Path directory) {
    assertThat(errors(directory, web("env_file: a.env")))
        .containsExactly("stack.yml:4:15: services.web.env_file: \"a.env\" does not exist");
  }
}
