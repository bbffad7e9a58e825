package dev.swarmha.stack.model;

import static dev.swarmha.stack.model.ComposeFiles.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code include}, after the specification's {@code 14-include.md}. */
class IncludeTest extends ComposeScene {

  private static final String WEB =
      "services: {web: {image: 'app:${TAG:-none}', volumes: ['./data:/data'],"
          + " environment: {TAG: }}}\n";

  IncludeTest(@TempDir Path directory) {
    super(directory);
  }

  @Test
  void bringsInServicesWhosePathsStartFromTheirOwnFile() throws IOException {
    files
        .write("a.yml", "include: [sub/web.yml]\nservices: {db: {image: db}}\n")
        .write("sub/web.yml", WEB + "networks: {back: {}}\n");

    Mapping tree = files.tree("a.yml");

    assertThat(tree.mapping("services").keys()).containsExactlyInAnyOrder("db", "web");
    assertThat(tree.has("include")).isFalse();
    assertThat(tree.mapping("networks").has("back")).isTrue();
    assertThat(web(tree, "volumes")).contains("source=" + path("sub/data"));
  }

  @Test
  void readsADotEnvBesideTheIncludedFileUnderTheVariablesAround() throws IOException {
    files
        .write("a.yml", "include: [sub/web.yml]\n")
        .write("sub/web.yml", WEB)
        .write("sub/.env", "TAG=inner\n");

    assertThat(web(files.tree("a.yml"), "image")).isEqualTo("app:inner");
    assertThat(web(files.tree("a.yml"), "environment")).isEqualTo("{TAG=inner}");
    assertThat(web(files.tree(Map.of("TAG", "outer"), "a.yml"), "image")).isEqualTo("app:outer");
  }

  @Test
  void takesSeveralFilesADirectoryAndFilesOfVariables() throws IOException {
    files
        .write(
            "a.yml",
            "include: [{path: [sub/web.yml, more.yml], project_directory: other, env_file: e.env}]")
        .write("sub/web.yml", WEB)
        .write("more.yml", "services: {web: {image: 'more:${TAG}'}}\n")
        .write("e.env", "TAG=7\n");

    Mapping tree = files.tree("a.yml");

    assertThat(web(tree, "image")).isEqualTo("more:7");
    assertThat(web(tree, "volumes")).contains("source=" + path("other/data"));
  }

  @Test
  void includesWhatIncludedFilesInclude() throws IOException {
    files
        .write("a.yml", "include: [sub/b.yml]\n")
        .write("sub/b.yml", "include: [deep/web.yml]\n")
        .write("sub/deep/web.yml", WEB);

    assertThat(web(files.tree("a.yml"), "volumes")).contains("source=" + path("sub/deep/data"));
  }

  @Test
  void letsALaterFileChangeWhatIsIncluded() throws IOException {
    files
        .write("a.yml", "include: [web.yml]\n")
        .write("web.yml", WEB)
        .write("over.yml", "services: {web: {image: other}}\n");

    assertThat(web(files.tree("a.yml", "over.yml"), "image")).isEqualTo("other");
  }

  @Test
  void refusesToBringInSomethingElseOfTheSameName() throws IOException {
    files
        .write("a.yml", "include: [web.yml]\nservices: {web: {image: other}}\n")
        .write("web.yml", WEB);

    assertThat(files.errors("a.yml"))
        .containsExactly(
            "a.yml:2:12: services.web: an included file has another \"web\", at web.yml:1:12");
  }

  @Test
  void takesTheSameFromTwoSides() throws IOException {
    files
        .write("a.yml", "include: [b.yml, c.yml]\n")
        .write("b.yml", "include: [web.yml]\n")
        .write("c.yml", "include: [web.yml]\n")
        .write("web.yml", WEB);

    assertThat(files.errors("a.yml")).isEmpty();
  }

  @Test
  void tellsTheWayOfACycle() throws IOException {
    files.write("a.yml", "include: [b.yml]\n").write("b.yml", "include: [./a.yml]\n");

    assertThat(files.errors("a.yml"))
        .containsExactly(
            "b.yml:1:11: include.0: the files include each other: DIR/a.yml includes DIR/b.yml"
                + " includes DIR/a.yml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/a.yml",
        "oci://example.com/app:1",
        "git@example.com:a/b.git",
        "github.com/a/b",
        "ssh://git@example.com/a/b.git#main:sub"
      })
  void fetchesNothing(String path) throws IOException {
    files.write("a.yml", "include: ['" + path + "']\n");

    assertThat(files.errors("a.yml"))
        .containsExactly(
            "a.yml:1:11: include.0: \"" + path + "\" is not a file here, and swarmha fetches none");
  }

  @Test
  void tellsErrorsByTheIncludedFilesOwnName() throws IOException {
    files
        .write("top/a.yml", "include: [../sub/web.yml, nope.yml]\n")
        .write("sub/web.yml", "services:\n  web:\n    image: app\n    prots: [80]\n");

    assertThat(files.errors("top/a.yml"))
        .containsExactly(
            "sub/web.yml:4:5: services.web.prots: unknown key",
            "top/a.yml:1:27: include.1: \"nope.yml\" does not exist");
  }

  @Test
  void bringsInHealthChecks() throws IOException {
    files
        .write(
            "a.yml",
            """
            include: [b.yml, c.yml]
            x-swarmha: {health: [{url: 'http://a'}]}
            services: {db: {image: db}}
            """)
        .write("b.yml", "x-swarmha: {health: [{url: 'http://b'}, {url: 'http://a'}]}\n")
        .write("c.yml", "x-swarmha: {health: [{url: 'http://b'}]}\n");

    assertThat(files.load("a.yml").value().orElseThrow().health())
        .extracting(HealthUrl::url)
        .containsExactly("http://a", "http://b");
  }

  @Test
  void namesAtLeastOneFile() throws IOException {
    files.write("a.yml", "include: [{path: []}]\nservices: {db: {image: db}}\n");

    assertThat(files.errors("a.yml")).containsExactly("a.yml:1:18: include.0: names no file");
  }

  @Test
  void tellsAboutNamesThatNoFileCanHave() throws IOException {
    files.write("a.yml", "include: [\"b\\0.yml\"]\n");

    assertThat(files.errors("a.yml"))
        .containsExactly("a.yml:1:11: include.0: \"b\0.yml\" is no path");
  }

  @Test
  void doesNotMissWhatFilesThatCannotBeReadMayHave() throws IOException {
    files.write(
        "a.yml",
        "include: [no.yml]\nservices: {web: {image: a, networks: [n], depends_on: [db]}}\n");

    assertThat(files.errors("a.yml"))
        .containsExactly("a.yml:1:11: include.0: \"no.yml\" does not exist");
  }

  @Test
  void bringsNothingInTwoToTheManyTimes() throws IOException {
    files.write("f30.yml", WEB);
    for (int i = 0; i < 30; i++) {
      String next = "f" + (i + 1) + ".yml";
      files.write("f" + i + ".yml", "include: [" + next + ", " + next + "]\n");
    }

    assertThat(files.errors("f0.yml")).first().asString().contains("name more than 200 others");
  }
}
