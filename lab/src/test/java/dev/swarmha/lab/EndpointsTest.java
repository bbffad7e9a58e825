package dev.swarmha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same deploy by every way to an Engine, and what is said where a way is barred. */
@Lab(workers = 0)
class EndpointsTest {

  private static final String STACK = "lab/src/test/resources/stacks/via.yml";

  private final Path directory;

  EndpointsTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void deploysOverSocketTcpAndSshAndByContextsOfEach(LabSwarm lab) throws IOException {
    Program bare = lab.program().with("DOCKER_HOST", "").with("DOCKER_CONFIG", store());
    try (SshServer server = SshServer.start(lab, "m1", directory)) {
      Program program = server.client(bare, "known");
      List<String> ways = List.of(lab.socket("m1"), lab.endpoint("m1"), server.endpoint("root"));
      for (String way : ways) {
        String context = "c" + ways.indexOf(way);
        lab.docker("m1")
            .with("DOCKER_HOST", "")
            .with("DOCKER_CONFIG", store())
            .run("context", "create", context, "--docker", "host=" + way)
            .expect(0);

        assertDeploys(lab, program, way);
        assertThat(deploy(program, "--context", context, way).expect(0).out())
            .contains("is as the file says");
      }
      assertThat(
              server
                  .client(program, "known")
                  .run("--host", server.endpoint("root"), "logs", "site", "--tail", "1")
                  .expect(0)
                  .out())
          .contains("site_web.1 | ");

      assertRefused(
          server.client(bare, "unknown"), server.endpoint("root"), "any key that ssh has");
      assertRefused(program, server.endpoint("stranger"), "stranger@", "Permission denied");
      assertRefused(server.stranger(bare), server.endpoint("root"), "compare the host's key");
    }
  }

  private String store() throws IOException {
    return Files.createDirectories(directory.resolve("docker")).toString();
  }

  /** A label tells which way a deploy has come; changing it leaves the task alone. */
  private static void assertDeploys(LabSwarm lab, Program program, String way) {
    deploy(program, "--host", way, way).expect(0);

    assertThat(lab.swarm().list(ResourceKind.SERVICE, Selector.stack("site")))
        .extracting(service -> service.spec().mapping("Labels").text("via").orElse(""))
        .containsExactly(way);
  }

  private static Finished deploy(Program program, String option, String way, String label) {
    return program
        .with("VIA", label)
        .run(option, way, "deploy", "-c", STACK, "site", "--stable-for", "1s");
  }

  private static void assertRefused(Program program, String way, String... words) {
    Finished finished = program.run("--host", way, "ls").expect(1);

    assertThat(finished.err().lines()).hasSize(1);
    assertThat(finished.err()).contains("cannot reach the Engine at " + way).contains(words);
  }

  @Test
  void deploysWithTlsAndByAContextOfItAndSaysWhichCertificateIsWrong(LabSwarm lab)
      throws IOException {
    lab.add("t1");
    String way = "tcp://" + lab.address("t1") + ":2376";
    Certificates authority = Certificates.authority(directory.resolve("own"));
    Certificates foreign = Certificates.authority(directory.resolve("foreign"));
    Path client = authority.client();
    Path stranger = foreign.client();
    speakTls(lab, authority.server(lab.address("t1")));
    Program bare = lab.program().with("DOCKER_HOST", "").with("DOCKER_CONFIG", store());
    Program program = bare.with("DOCKER_CERT_PATH", client.toString());

    program.run("--host", way, "--tlsverify", "init").expect(0);
    deploy(program.with("DOCKER_TLS_VERIFY", "1"), "--host", way, way).expect(0);
    createContext(lab, way, client);
    assertThat(deploy(bare, "--context", "tls", way).expect(0).out())
        .contains("is as the file says");

    assertTlsFails(bare, way, client, stranger.resolve("ca.pem"), "is not signed by the authority");
    assertTlsFails(bare, way, stranger, client.resolve("ca.pem"), "does not accept the client");
    assertThat(bare.run("--host", way, "ls").expect(1).err()).contains("it speaks TLS");
  }

  private static void speakTls(LabSwarm lab, Path files) throws IOException {
    for (String name : List.of("ca.pem", "cert.pem", "key.pem")) {
      lab.exec(
          "t1",
          "sh",
          "-c",
          "mkdir -p /etc/docker/tls && printf '%s' \"$1\" > \"/etc/docker/tls/$2\"",
          "sh",
          Certificates.pem(files, name),
          name);
    }
    lab.kill("t1");
    lab.start("t1");
  }

  private void createContext(LabSwarm lab, String way, Path files) throws IOException {
    String tls = ",ca=%1$s/ca.pem,cert=%1$s/cert.pem,key=%1$s/key.pem".formatted(files);
    lab.docker("m1")
        .with("DOCKER_HOST", "")
        .with("DOCKER_CONFIG", store())
        .run("context", "create", "tls", "--docker", "host=" + way + tls)
        .expect(0);
  }

  private static void assertTlsFails(
      Program program, String way, Path client, Path authority, String words) {
    Finished finished =
        program
            .with("DOCKER_CERT_PATH", client.toString())
            .run("--host", way, "--tlsverify", "--tlscacert", authority.toString(), "ls")
            .expect(1);

    assertThat(finished.err().lines()).hasSize(1);
    assertThat(finished.err()).contains("the Engine at " + way).contains(words);
  }
}
