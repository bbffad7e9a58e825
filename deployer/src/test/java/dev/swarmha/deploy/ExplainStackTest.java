package dev.swarmha.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.LoadStack.StackFiles;
import dev.swarmha.stack.dialect.DialectChoice;
import dev.swarmha.stack.validate.KeyFate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the keys of stack files, of those too that other files name. */
final class ExplainStackTest {

  private final Path directory;

  ExplainStackTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void listsTheKeysOfIncludedFiles() throws IOException {
    write("a.yml", "include: [sub/b.yml]\nservices: {web: {image: a}}\n");
    write("sub/b.yml", "services:\n  db:\n    image: ${DB}\n    build: .\nx-note: 1\n");
    write("sub/.env", "DB=db:1\n");

    assertThat(explain(DialectChoice.AUTO, "a.yml"))
        .containsExactly(
            "a.yml:1 include honoured",
            "a.yml:2 services.web.image honoured",
            "sub/b.yml:3 services.db.image honoured",
            "sub/b.yml:4 services.db.build ignored: Swarm runs images; build and push this one"
                + " beforehand",
            "sub/b.yml:5 x-note ignored: an extension, for other readers");
  }

  @Test
  void listsTheKeysOfFilesOfWhichServicesAreExtended() throws IOException {
    write(
        "a.yml",
        """
        services:
          web: {extends: {file: b.yml, service: base}}
          api: {extends: {file: b.yml, service: base}, mem_limit: !reset null}
        """);
    write(
        "b.yml",
        """
        services:
          other: {image: "${NOPE:?never asked}", what: 1}
          base: {extends: first, mem_limit: 1g}
          first: {image: a}
        networks: {n: {}}
        """);

    String notExtended = " ignored: nothing extends it, and nothing else of this file takes part";
    assertThat(explain(DialectChoice.AUTO, "a.yml"))
        .containsExactly(
            "a.yml:2 services.web.extends.file honoured",
            "a.yml:2 services.web.extends.service honoured",
            "a.yml:3 services.api.extends.file honoured",
            "a.yml:3 services.api.extends.service honoured",
            "a.yml:3 services.api.mem_limit honoured: takes out what was said of it before",
            "b.yml:2 services.other" + notExtended,
            "b.yml:3 services.base.extends honoured",
            "b.yml:3 services.base.mem_limit translated: \"deploy.resources.limits.memory\"",
            "b.yml:4 services.first.image honoured",
            "b.yml:5 networks" + notExtended);
  }

  @Test
  void tellsOfValuesThatAreRefused() throws IOException {
    write(
        "a.yml",
        """
        services:
          web:
            image: ${NOPE:?set it}
            network_mode: "service:db"
            deploy: {replicas: many, mode: global}
            tmpfs: "/run:uid=5"
            networks: [none]
            ports:
              - 80
              - {target: a}
            volumes: [{target: /a}]
            build: [.]
        """);

    assertThat(explain(DialectChoice.COMPOSE, "a.yml"))
        .containsExactly(
            "a.yml:3 services.web.image refused: required variable NOPE is missing a value: set it",
            "a.yml:4 services.web.network_mode refused: \"service:db\" is no network mode that"
                + " services can have; put services on a network of their own, an \"internal\" one"
                + " for no way out",
            "a.yml:5 services.web.deploy.replicas refused: must be a whole number, not the string"
                + " \"many\"",
            "a.yml:5 services.web.deploy.mode honoured",
            "a.yml:6 services.web.tmpfs refused: \"/run:uid=5\" has the option \"uid=5\", which"
                + " Swarm cannot pass on; there are size, mode, ro and the defaults rw, noexec,"
                + " nosuid, nodev",
            "a.yml:7 services.web.networks refused: \"none\" is not declared under \"networks\"",
            "a.yml:9 services.web.ports.0 honoured",
            "a.yml:10 services.web.ports.1.target refused: \"a\" is not a port: a port is a number"
                + " from 0 to 65535; such as \"8080:80\"",
            "a.yml:11 services.web.volumes.0.target honoured",
            "a.yml:12 services.web.build refused: must be a string or a mapping, not a list");
  }

  @Test
  void tellsOfValuesThatHaveLessEffectThanTheySeem() throws IOException {
    write(
        "a.yml",
        """
        services:
          web:
            image: web
            hostname: web${NUMBER}
            ports: ["127.0.0.1:80:80"]
            labels:
          debug: {image: debug, profiles: [debug], tty: true}
        """);

    assertThat(explain(DialectChoice.COMPOSE, "a.yml"))
        .containsExactly(
            "a.yml:3 services.web.image honoured",
            "a.yml:4 services.web.hostname honoured: the variable NUMBER is not set, and is"
                + " replaced by nothing",
            "a.yml:5 services.web.ports honoured: the address 127.0.0.1 is ignored: Swarm publishes"
                + " on all of them",
            "a.yml:6 services.web.labels ignored: nothing stands behind it",
            "a.yml:7 services.debug ignored: left out: it belongs to the profiles debug");
  }

  @Test
  void tellsOfKeysThatTheVersionDoesNotHave() throws IOException {
    write("a.yml", "version: '3.6'\nservices: {web: {image: a, init: true}}\n");

    assertThat(explain(DialectChoice.STACK, "a.yml"))
        .containsExactly(
            "a.yml:1 version honoured",
            "a.yml:2 services.web.image honoured",
            "a.yml:2 services.web.init refused: unknown in version 3.6 of the file format; leave"
                + " \"version\" out, or ask for 3.7");
  }

  private List<String> explain(DialectChoice dialect, String... names) {
    LoadStack load = new LoadStack(Map.of(), directory, InputStream.nullInputStream());
    StackFiles files = new StackFiles(List.of(names), List.of(), true, dialect);
    return new ExplainStack(load)
        .run(files).value().orElseThrow().keys().stream().map(ExplainStackTest::line).toList();
  }

  private static String line(KeyFate key) {
    String why = key.explanation().isEmpty() ? "" : ": " + key.explanation();
    String place = key.place().source() + ":" + key.place().line();
    return place + " " + key.path() + " " + key.fate().word() + why;
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
