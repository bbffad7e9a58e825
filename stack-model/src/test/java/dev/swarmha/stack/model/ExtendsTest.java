package dev.swarmha.stack.model;

import static dev.swarmha.stack.model.ComposeFiles.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code extends}, after the specification's {@code 05-services.md}. */
class ExtendsTest extends ComposeScene {

  ExtendsTest(@TempDir Path directory) {
    super(directory);
  }

  @Test
  void laysAServiceOverAnotherOfTheSameFile() throws IOException {
    files.write(
        "a.yml",
        """
        services:
          base: {image: base, command: [a, b], environment: {A: 1, B: 1}, cap_add: [X], tty: true}
          web: {extends: base, command: [c], environment: [B=2], cap_add: [Y], tty: false}
        """);

    Mapping tree = files.tree("a.yml");

    assertThat(web(tree, "image")).isEqualTo("base");
    assertThat(web(tree, "command")).isEqualTo("[c]");
    assertThat(web(tree, "environment")).isEqualTo("{A=1, B=2}");
    assertThat(web(tree, "cap_add")).isEqualTo("[X, Y]");
    assertThat(web(tree, "tty")).isEqualTo("false");
    assertThat(web(tree, "extends")).isEqualTo("nothing");
  }

  @Test
  void takesAServiceOfAnotherFileWithPathsFromThere() throws IOException {
    files
        .write(
            "a.yml", "services: {web: {extends: {file: sub/common.yml, service: base}, tty: true}}")
        .write(
            "sub/common.yml",
            "services: {base: {image: base, volumes: ['./data:/data'], env_file: e.env},"
                + " other: {image: '${NOPE:?never asked}', what: 1}}")
        .write("sub/e.env", "A='1'\n");

    Mapping tree = files.tree("a.yml");

    assertThat(web(tree, "image")).isEqualTo("base");
    assertThat(web(tree, "environment")).isEqualTo("{A=1}");
    assertThat(web(tree, "volumes")).contains("source=" + path("sub/data"));
    assertThat(tree.mapping("services").keys()).containsExactly("web");
  }

  @Test
  void followsChainsThroughFiles() throws IOException {
    files
        .write("a.yml", "services: {web: {extends: {file: b/b.yml, service: web}, tty: true}}")
        .write("b/b.yml", "services: {web: {extends: {file: c/c.yml, service: web}, user: u}}")
        .write("b/c/c.yml", "services: {web: {extends: base, hostname: h}, base: {image: c}}");

    Mapping tree = files.tree("a.yml");

    assertThat(web(tree, "image")).isEqualTo("c");
    assertThat(web(tree, "hostname")).isEqualTo("h");
    assertThat(web(tree, "user")).isEqualTo("u");
  }

  @Test
  void honoursTagsAgainstTheExtendedService() throws IOException {
    files.write(
        "a.yml",
        """
        services:
          base: {image: base, ports: ['80:80'], environment: {A: 1, B: 1}, labels: {L: x}}
          web:
            extends: base
            ports: !override ['90:90']
            environment: {A: !reset null}
            labels: !reset {}
        """);

    Mapping tree = files.tree("a.yml");

    assertThat(web(tree, "ports")).contains("published=90").doesNotContain("published=80");
    assertThat(web(tree, "environment")).isEqualTo("{B=1}");
    assertThat(web(tree, "labels")).isEqualTo("nothing");
    assertThat(tree.at("services", "base", "labels").orElseThrow()).hasToString("{L=x}");
  }

  @Test
  void takesBackAndComparesWhatTheExtendedServiceSaysOfContainers() throws IOException {
    files.write(
        "a.yml",
        """
        services:
          base: {image: base, mem_limit: 1g, scale: 2}
          web: {extends: base, mem_limit: !reset null, scale: 3}
          other: {extends: base, deploy: {replicas: 3}}
        """);

    assertThat(files.errors("a.yml"))
        .containsExactly(
            "a.yml:2:38: services.other.scale: \"deploy.replicas\" says something else, at"
                + " a.yml:4:45; write it once");
  }

  @Test
  void tellsTheWayOfACycle() throws IOException {
    files.write(
        "a.yml",
        "services: {web: {image: a, extends: b}, b: {image: b, extends: {service: web}}}\n");

    assertThat(files.errors("a.yml"))
        .containsExactly(
            "a.yml:1:37: services.web.extends: the services extend each other:"
                + " a.yml:b extends a.yml:web extends a.yml:b",
            "a.yml:1:74: services.b.extends: the services extend each other:"
                + " a.yml:web extends a.yml:b extends a.yml:web");
  }

  @Test
  void tellsWhatIsNotThere() throws IOException {
    files
        .write(
            "a.yml",
            """
            services:
              a: {image: a, extends: nope}
              b: {image: b, extends: {service: x, file: b.yml}}
              c: {image: c, extends: {service: x, file: nope.yml}}
              d: {image: d, extends: {service: x, file: 'https://example.com/x.yml'}}
            """)
        .write("b.yml", "services: {y: {image: y}}");

    assertThat(files.errors("a.yml"))
        .containsExactly(
            "a.yml:2:26: services.a.extends: there is no service \"nope\" in a.yml",
            "a.yml:3:36: services.b.extends: there is no service \"x\" in b.yml",
            "a.yml:4:45: services.c.extends.file: \"nope.yml\" does not exist",
            "a.yml:5:45: services.d.extends.file: \"https://example.com/x.yml\" is not a file"
                + " here, and swarmha fetches none");
  }

  @Test
  void tellsErrorsByTheOtherFilesName() throws IOException {
    files
        .write("a.yml", "services: {web: {extends: {file: sub/b.yml, service: base}}}")
        .write("sub/b.yml", "services:\n  base:\n    image: ${NOPE:?say it}\n    what: 1\n");

    assertThat(files.errors("a.yml"))
        .contains(
            "sub/b.yml:3:12: services.base.image: required variable NOPE is missing a value:"
                + " say it",
            "sub/b.yml:4:5: services.base.what: unknown key");
  }
}
