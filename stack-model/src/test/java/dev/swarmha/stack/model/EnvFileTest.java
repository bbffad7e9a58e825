package dev.swarmha.stack.model;

import static dev.swarmha.stack.model.ComposeFiles.web;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code env_file} and {@code environment} by the specification's {@code 05-services.md}. */
class EnvFileTest extends ComposeScene {

  EnvFileTest(@TempDir Path directory) {
    super(directory);
  }

  @Test
  void readsTheGrammarOfDotEnvFiles() throws IOException {
    files
        .write("a.yml", service("env_file: [1.env, {path: 2.env}], environment: {C: c}"))
        .write("1.env", "A='1 # x'\nB=${HOST:-none}\nC=1\nHOST\n")
        .write("2.env", "B=${B}2 # comment\nD=${A}\n");

    assertThat(web(files.tree(Map.of("HOST", "h"), "a.yml"), "environment"))
        .isEqualTo("{A=1 # x, B=h2, C=c, HOST=h, D=1 # x}");
  }

  @Test
  void readsRawFilesAsTheyAre() throws IOException {
    files
        .write("a.yml", service("env_file: {path: 1.env, format: raw}"))
        .write("1.env", "A='1'\nB=$HOST\n");
    files.write("b.yml", service("env_file: [{path: 1.env, format: raw}]"));

    assertThat(web(files.tree(Map.of("HOST", "h"), "b.yml"), "environment"))
        .isEqualTo("{A='1', B=$HOST}");
  }

  @Test
  void doesWithoutFilesThatAreNotRequired() throws IOException {
    files.write("a.yml", service("env_file: [{path: no.env, required: false}], tty: true"));

    assertThat(web(files.tree("a.yml"), "environment")).isEqualTo("{}");
  }

  @Test
  void tellsFilesThatAreNotThere() throws IOException {
    files.write("a.yml", service("env_file: [no.env, {path: nor.env}]"));

    assertThat(files.errors("a.yml"))
        .containsExactly(
            "a.yml:1:41: services.web.env_file.0: \"DIR/no.env\" does not exist",
            "a.yml:1:56: services.web.env_file.1: \"DIR/nor.env\" does not exist");
  }

  @Test
  void letsTheServiceWinOverItsFilesWhicheverFileNamesThem() throws IOException {
    files
        .write("a.yml", service("environment: {A: own}"))
        .write("b.yml", service("env_file: 1.env"))
        .write("1.env", "A=file\nB=file\n");

    assertThat(web(files.tree("a.yml", "b.yml"), "environment")).isEqualTo("{A=own, B=file}");
  }

  @Test
  void takesVariablesWithoutAValueFromTheProcessOrNotAtAll() throws IOException {
    files.write("a.yml", service("environment: {A: , B: , C: ''}"));

    assertThat(web(files.tree(Map.of("A", "a", "C", "c"), "a.yml"), "environment"))
        .isEqualTo("{A=a, C=}");
  }

  private static String service(String keys) {
    return "services: {web: {image: app, " + keys + "}}\n";
  }
}
