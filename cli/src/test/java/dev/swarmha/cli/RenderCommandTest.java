package dev.swarmha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rendering stack files, as a user types it, where no Engine answers. */
final class RenderCommandTest {

  private final Path directory;
  private final Transcript session;

  RenderCommandTest(@TempDir Path directory) {
    this.directory = directory;
    this.session = new Transcript(Cli.alone().in(directory).variable("TOKEN", "hush"));
  }

  @Test
  void printsOneFileThatMeansTheSame() throws IOException {
    write(
        "stack.yml",
        """
        services:
          web:
            image: web:${VERSION:-1}
            command: echo $$HOME
            environment: [MODE=a]
            ports: ["8080:80"]
        networks: {default: {attachable: true}}
        """);
    write("more.yml", "services: {web: {environment: {MODE: b}, deploy: {replicas: 2}}}");
    write("wrong.yml", "services: {web: {imgae: web}}");

    session.type("render -c stack.yml -c more.yml");
    session.type("render -c stack.yml -o json");
    session.type("render -c wrong.yml --dialect stack");
    session.type("render");

    session.check("session-render.txt");
  }

  @Test
  void keepsWhatOnlyTheComposeSpecificationHas() throws IOException {
    write(
        "compose.yml",
        """
        services:
          web: {image: web, depends_on: {db: {condition: service_healthy}}, secrets: [token]}
          db: {image: db, healthcheck: {test: "true"}}
        secrets: {token: {environment: TOKEN}}
        """);

    Cli.Run run = session.type("render -c compose.yml");

    assertThat(run.out()).contains("environment: TOKEN").doesNotContain("hush");
    session.check("session-render-compose.txt");
  }

  @Test
  void explainsTheFateOfEachKey() throws IOException {
    write(
        "stack.yml",
        """
        services:
          web:
            image: web
            container_name: www
            environment: {A: b, C: d}
            ports: ["8080:80", {target: 90, published: 90}]
            x-note: for people
        """);
    write(
        "compose.yml",
        """
        services:
          web:
            image: web
            mem_limit: 64m
            depends_on: {db: {condition: service_started}}
            devices: [/dev/x]
          db: {image: db}
        """);
    writeParts();
    write("wrong.yml", "services: {web: {image: web, imgae: web, cpu_quota: 5, pid: host}}");

    session.type("render -c stack.yml --explain");
    session.type("render -c compose.yml --explain");
    session.type("render -c parts.yml --explain");
    session.type("render -c wrong.yml --explain");
    session.type("render -c wrong.yml --explain -o json --dialect stack");
    session.type("render -c none.yml --explain");

    session.check("session-explain.txt");
  }

  /** A file that takes in and extends what is in another. */
  private void writeParts() throws IOException {
    write(
        "parts.yml",
        """
        include: [db.yml]
        services:
          web: {extends: {file: db.yml, service: base}, restart: !reset null}
        """);
    write(
        "db.yml",
        """
        services:
          base: {image: base, restart: always}
          db: {image: db, network_mode: none}
        """);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
