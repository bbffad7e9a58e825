package dev.swarmha.stack.model;

import static dev.swarmha.stack.model.ComposeFiles.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.stack.dialect.DialectChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The variables of included files: their own below those around them, for all that the files say
 * and name (the specification's {@code 14-include.md}).
 */
class IncludeVariablesTest extends ComposeScene {

  private static final String WEB = "services: {web: {image: app, env_file: [1.env, 2.env]}}\n";

  IncludeVariablesTest(@TempDir Path directory) throws IOException {
    super(directory);
    files
        .write("sub/web.yml", WEB)
        .write("sub/1.env", "A=${TAG:-none}\nTAG\n")
        .write("sub/2.env", "B=${A}2\n");
  }

  @Test
  void areThoseOfADotEnvForFilesOfVariables() throws IOException {
    files.write("a.yml", "include: [sub/web.yml]\n").write("sub/.env", "TAG=inner\n");

    assertThat(web(files.tree("a.yml"), "environment")).isEqualTo("{A=inner, TAG=inner, B=inner2}");
    assertThat(web(files.tree(Map.of("TAG", "outer"), "a.yml"), "environment"))
        .isEqualTo("{A=outer, TAG=outer, B=outer2}");
  }

  @Test
  void areThoseOfItsFilesWhereverItsDirectoryIs() throws IOException {
    files
        .write(
            "a.yml",
            "include: [{path: sub/web.yml, project_directory: other, env_file: [e.env, f.env]}]\n")
        .write("e.env", "TAG=e\nOTHER=o\n")
        .write("f.env", "TAG=${OTHER}f\n")
        .write("other/.env", "TAG=not read\n")
        .write("other/1.env", "A=${TAG}\n")
        .write("other/2.env", "B=${A}2\n");

    assertThat(web(files.tree("a.yml"), "environment")).isEqualTo("{A=of, B=of2}");
  }

  @Test
  void reachWhatIncludedFilesInclude() throws IOException {
    files
        .write("a.yml", "include: [{path: b.yml, env_file: e.env}]\n")
        .write("b.yml", "include: [sub/web.yml]\n")
        .write("e.env", "TAG=from b\n");

    assertThat(web(files.tree("a.yml"), "environment")).contains("A=from b");
  }

  @Test
  void leaveTheLastWordToLaterFiles() throws IOException {
    files
        .write("a.yml", "include: [sub/web.yml]\n")
        .write("sub/.env", "TAG=inner\n")
        .write("over.yml", "services: {web: {environment: {A: own}, env_file: 3.env}}\n")
        .write("3.env", "B=${TAG:-root}\n");

    assertThat(web(files.tree("a.yml", "over.yml"), "environment"))
        .isEqualTo("{A=own, TAG=inner, B=inner}");
  }

  @Test
  void areNotMissedWhereAServiceIsLeftOut() throws IOException {
    files
        .write("a.yml", "include: [b.yml]\nservices: {db: {image: db}}\n")
        .write("b.yml", "services: {web: {image: a, profiles: [x], env_file: no.env}}\n");

    assertThat(files.errors("a.yml")).isEmpty();
  }

  @Test
  void tellOfFilesThatAreMissedByTheIncludedFilesName() throws IOException {
    files
        .write("a.yml", "include: [b.yml]\n")
        .write("b.yml", "services: {web: {image: a, env_file: no.env}}\n");

    assertThat(files.errors("a.yml"))
        .containsExactly("b.yml:1:38: services.web.env_file.0: \"DIR/no.env\" does not exist");
  }

  @Test
  void areTheContentOfSecretsAndConfigs() throws IOException {
    files
        .write(
            "a.yml",
            """
            include: [{path: b.yml, env_file: b.env}, {path: c.yml, env_file: c.env}]
            services: {db: {image: db}}
            """)
        .write("b.yml", "secrets: {b: {environment: KEY}}\n")
        .write("b.env", "KEY=hush\n")
        .write("c.yml", "secrets: {c: {environment: KEY}}\n")
        .write("c.env", "KEY=quiet\n");

    assertThat(secrets(Map.of())).containsEntry("b", "hush").containsEntry("c", "quiet");
    assertThat(secrets(Map.of("KEY", "outer"))).containsEntry("b", "outer");
    assertThat(files.tree("a.yml").toString()).doesNotContain("hush");
  }

  private Map<String, String> secrets(Map<String, String> variables) {
    Map<String, String> contents = new TreeMap<>();
    files
        .load(DialectChoice.COMPOSE, variables, "a.yml")
        .value()
        .orElseThrow()
        .secrets()
        .forEach((name, secret) -> contents.put(name, secret.given().orElseThrow().text()));
    return contents;
  }

  @Test
  void makeADifferenceWhereTheSameSecretIsIncludedTwice() throws IOException {
    files
        .write(
            "a.yml",
            """
            include: [{path: b.yml, env_file: 1.env}, {path: b.yml, env_file: 2.env}]
            services: {db: {image: db}}
            """)
        .write("b.yml", "secrets: {s: {environment: KEY}}\n")
        .write("1.env", "KEY=hush\n")
        .write("2.env", "KEY=quiet\n");

    assertThat(files.errors("a.yml"))
        .containsExactly(
            "b.yml:1:28: secrets.s.environment: the variable KEY has one value in one inclusion and"
                + " another in another");
  }

  @Test
  void areToldToBeMissingWhereTheyAreNamed() throws IOException {
    files
        .write("top/a.yml", "include: [{path: ../sub/web.yml, env_file: [e.env, no.env]}]\n")
        .write("top/e.env", "A=1\n");
    files
        .write("top/b.yml", "include: [{path: ../sub/web.yml, env_file: \"e\\0\"}]\n")
        .write("top/c.yml", "include: [{path: ../sub/web.yml, project_directory: \"e\\0\"}]\n");

    assertThat(files.errors("top/a.yml"))
        .containsExactly("top/a.yml:1:52: include.0.env_file.1: \"no.env\" does not exist");
    assertThat(files.errors("top/b.yml"))
        .containsExactly(
            "top/b.yml:1:44: include.0.env_file.0: \"e\0\" cannot be read: Nul character not"
                + " allowed");
    assertThat(files.errors("top/c.yml"))
        .containsExactly("top/c.yml:1:53: include.0.project_directory: \"e\0\" is no path");
  }

  @Test
  void areWrongInAFileThatIsNamedAsSeenFromHere() throws IOException {
    files
        .write("top/a.yml", "include: [../sub/web.yml]\n")
        .write("sub/.env", "A=1\nwhat is this\n")
        .write("top/b.yml", "include: [{path: ../sub/web.yml, env_file: e.env}]\n")
        .write("top/e.env", "A='1\n");

    assertThat(files.errors("top/a.yml"))
        .containsExactly("sub/.env:2:1: \"what is this\" is not NAME=VALUE");
    assertThat(files.errors("top/b.yml"))
        .containsExactly("top/e.env:1:1: the quoted value of A is not closed");
  }
}
