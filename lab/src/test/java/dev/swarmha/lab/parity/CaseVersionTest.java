package dev.swarmha.lab.parity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.DockerVersion;
import dev.swarmha.lab.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever writes a case with a new docker CLI must not forget those who have an old one. */
class CaseVersionTest {

  private static final DockerVersion OPTIONAL = new DockerVersion(23, 0, 0);

  @Test
  void namesAVersionOfTheFormatUnlessOnlyDockersThatNeedNoneTakePart() {
    List<ParityCase> cases = new CaseDirectory(Project.find().root().resolve("lab/parity")).cases();

    Stream<String> nameless =
        cases.stream()
            .filter(each -> each.settings().needs().filter(CaseVersionTest::takesNone).isEmpty())
            .flatMap(CaseVersionTest::withoutVersion);

    assertThat(nameless)
        .as("files without version: \"3.9\" in cases without #: docker 23.0.0")
        .containsExactlyInAnyOrder(
            "refused/empty: empty.yml", "refused/not-a-mapping: not-a-mapping.yml");
  }

  private static boolean takesNone(DockerVersion docker) {
    return docker.compareTo(OPTIONAL) >= 0;
  }

  private static Stream<String> withoutVersion(ParityCase subject) {
    return Stream.of(subject.settings().files(), subject.settings().then())
        .flatMap(List::stream)
        .distinct()
        .map(file -> file.equals("-") ? subject.settings().input().orElseThrow() : file)
        .filter(file -> !namesVersion(subject, file))
        .map(file -> subject + ": " + file);
  }

  private static boolean namesVersion(ParityCase subject, String file) {
    try {
      return Files.readString(subject.directory().resolve(file), ISO_8859_1)
          .lines()
          .anyMatch(line -> line.matches("[{]?\"?version\"?:.*"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
