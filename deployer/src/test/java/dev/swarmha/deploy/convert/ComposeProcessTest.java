package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.ComposeText.container;
import static dev.swarmha.deploy.convert.ComposeText.errors;
import static dev.swarmha.deploy.convert.ComposeText.task;
import static dev.swarmha.deploy.convert.Converted.spec;
import static dev.swarmha.deploy.convert.Converted.web;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.engine.ResourceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeProcessTest {

  @Test
  void hasMoreGroupsAndResolverOptions() {
    assertThat(container("group_add: [audio, 1000]").sequence("Groups").texts())
        .containsExactly("audio", "1000");
    assertThat(container("dns_opt: [ndots:1]").mapping("DNSConfig"))
        .isEqualTo(yaml("{Options: ['ndots:1']}"));
  }

  @Test
  void isSparedOrNotWhenMemoryRunsOut() {
    assertThat(container("oom_score_adj: '-500'").get("OomScoreAdj"))
        .contains(Document.number(-500));
    assertThat(errors(web("oom_score_adj: 2000")))
        .containsExactly(
            "stack.yml:4:20: services.web.oom_score_adj: must be from -1000 to 1000, not 2000");
  }

  @Test
  void takesTextsForTruthValuesAndTruthValuesForTexts() {
    assertThat(container("tty: 'true'\nread_only: 'no'\ninit: 'false'").entries())
        .containsEntry("TTY", Document.bool(true))
        .containsEntry("Init", Document.bool(false))
        .doesNotContainKey("ReadOnly");
    assertThat(container("environment: {A: true, B: 1.10}").sequence("Env").texts())
        .containsExactly("A=true", "B=1.1");
    assertThat(errors(web("tty: maybe")))
        .containsExactly(
            "stack.yml:4:10: services.web.tty: must be true or false, not the string"
                + " \"maybe\"");
  }

  @Test
  void knowsAHostByManyAddresses() {
    assertThat(container("extra_hosts: {db: [10.0.0.1, 10.0.0.2]}").sequence("Hosts").texts())
        .containsExactly("10.0.0.1 db", "10.0.0.2 db");
  }

  @Test
  void runsOnItsPlatformAlone() {
    assertThat(task("platform: linux/amd64").mapping("Placement"))
        .isEqualTo(yaml("{Platforms: [{Architecture: amd64, OS: linux}]}"));
    assertThat(errors(web("platform: amd64")))
        .containsExactly("stack.yml:4:15: services.web.platform: \"amd64\" is not a platform");
  }

  @Test
  void takesLabelsFromFilesUnderItsOwn(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("l.env"), "a=1\nb=2\n");

    assertThat(
            spec(
                    ComposeText.stack(directory, Map.of(), web("label_file: l.env\nlabels: [b=3]")),
                    ResourceKind.SERVICE,
                    "shop_web")
                .mapping("TaskTemplate")
                .mapping("ContainerSpec")
                .mapping("Labels"))
        .isEqualTo(yaml("{a: '1', b: '3', com.docker.stack.namespace: shop}"));
  }

  @Test
  void takesLimitsOfProcessesAsTexts() {
    assertThat(container("ulimits: {nofile: '5', nproc: {soft: '1', hard: 2}}").sequence("Ulimits"))
        .isEqualTo(
            yaml("u: [{Name: nofile, Soft: 5, Hard: 5}, {Name: nproc, Soft: 1, Hard: 2}]")
                .sequence("u"));
  }
}
