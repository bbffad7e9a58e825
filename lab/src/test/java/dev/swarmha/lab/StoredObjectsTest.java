package dev.swarmha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Secrets and configs. */
@Lab
class StoredObjectsTest {

  @Test
  void givesATaskTheSecretThatCameOverStandardInput(LabSwarm lab) {
    lab.program().reading("hunter2").run("secret", "create", "db_password", "-").expect(0);

    lab.exec(
        "m1",
        "docker",
        "service",
        "create",
        "--name=reader",
        "--secret=db_password",
        "--constraint=node.hostname==m1",
        "--endpoint-mode=dnsrr",
        "busybox",
        "sleep",
        "1000");

    String container = lab.exec("m1", "docker", "ps", "--quiet").strip();
    String seen = lab.exec("m1", "docker", "exec", container, "cat", "/run/secrets/db_password");
    assertThat(seen).isEqualTo("hunter2");
  }

  @Test
  void storesAConfigFromAFile(LabSwarm lab, @TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("site.conf"), "listen 8080;");

    lab.program()
        .in(directory)
        .run("config", "create", "site", "site.conf", "--label", "team=web")
        .expect(0);

    Resource config = lab.swarm().list(ResourceKind.CONFIG, Selector.names("site")).get(0);
    assertThat(config.label("team")).contains("web");
    assertThat(config.spec().text("Data")).contains("bGlzdGVuIDgwODA7");
  }

  @ParameterizedTest
  @EnumSource(names = {"SECRET", "CONFIG"})
  void listsAndRemoves(ResourceKind kind, LabSwarm lab) {
    lab.program().reading("1").run(kind.word(), "create", "one").expect(0);
    lab.program().reading("2").run(kind.word(), "create", "two").expect(0);

    JsonNode list = lab.swarmha(kind.word(), "ls", "-o", "json").expect(0).json();
    lab.swarmha(kind.word(), "rm", "one").expect(0);

    assertThat(list.findValuesAsText("name")).containsExactly("one", "two");
    assertThat(Observed.of(lab).names(kind)).containsExactly("two");
  }

  @ParameterizedTest
  @EnumSource(names = {"SECRET", "CONFIG"})
  void refusesANameThatIsTaken(ResourceKind kind, LabSwarm lab) {
    lab.program().reading("1").run(kind.word(), "create", "one").expect(0);

    Finished finished = lab.program().reading("2").run(kind.word(), "create", "one").expect(1);

    assertThat(finished.err().lines()).hasSize(1);
    assertThat(finished.err()).contains("one").contains("already exists");
  }

  @Test
  void keepsASecretThatAServiceUses(LabSwarm lab) {
    lab.program().reading("1").run("secret", "create", "used").expect(0);
    lab.exec(
        "m1",
        "docker",
        "service",
        "create",
        "--detach",
        "--name=user",
        "--secret=used",
        "--replicas=0",
        "busybox");

    Finished finished = lab.swarmha("secret", "rm", "used").expect(1);

    assertThat(finished.err()).contains("used").contains("user");
    assertThat(Observed.of(lab).names(ResourceKind.SECRET)).containsExactly("used");
  }
}
