package dev.swarmha.cli.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.Operator;
import dev.swarmha.deploy.revision.Provenance;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProvenanceReaderTest {

  private static final Operator OPERATOR = new Operator("root", "build-7", 4711);

  private final Path directory;

  ProvenanceReaderTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void namesTheAccountAndTheMachine() {
    assertThat(read(Map.of("GITHUB_ACTOR", "left over", "BUILD_URL", "")))
        .isEqualTo(
            new Provenance(
                Optional.of("root"), Optional.of("build-7"), Optional.empty(), Optional.empty()));
    assertThat(read(Map.of()).who()).isEqualTo("root on build-7");
  }

  @Test
  void namesTheJobOfAPipelineAndWhoStartedIt() {
    Provenance gitLab =
        read(Map.of("CI_JOB_URL", "https://ci.test/jobs/5", "GITLAB_USER_LOGIN", "user-a"));

    assertThat(gitLab.who()).isEqualTo("user-a on build-7 (https://ci.test/jobs/5)");
  }

  @Test
  void makesTheAddressesThatSomePipelinesDoNotTell() {
    assertThat(
            read(Map.of(
                    "GITHUB_RUN_ID", "42",
                    "GITHUB_REPOSITORY", "user-a/shop",
                    "GITHUB_SERVER_URL", "https://github.test"))
                .job())
        .contains("https://github.test/user-a/shop/actions/runs/42");
    assertThat(
            read(Map.of(
                    "SYSTEM_COLLECTIONURI", "https://azure.test/org/",
                    "SYSTEM_TEAMPROJECT", "shop",
                    "BUILD_BUILDID", "42"))
                .job())
        .contains("https://azure.test/org/shop/_build/results?buildId=42");
  }

  @Test
  void leavesPasswordsOutOfAddresses() {
    assertThat(read(Map.of("BUILD_URL", "https://user-a:s3cr3t@ci.test/job/5/")).job())
        .contains("https://ci.test/job/5/");
  }

  @Test
  void namesWhoeverHasBecomeRoot() {
    assertThat(read(Map.of("SUDO_USER", "user-a")).user()).contains("user-a");
  }

  @Test
  void knowsNobodyWhereNobodyIsKnown() {
    assertThat(new ProvenanceReader(Map.of(), Operator.UNKNOWN).read(directory))
        .isEqualTo(Provenance.UNKNOWN);
  }

  private Provenance read(Map<String, String> environment) {
    return new ProvenanceReader(environment, OPERATOR).read(directory);
  }
}
