package dev.swarmha.lab.parity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.InstalledDocker;
import dev.swarmha.lab.Project;
import dev.swarmha.lab.SummaryLine;
import dev.swarmha.lab.live.LeftOut;
import dev.swarmha.lab.parity.ParityCase.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For every case below {@code lab/parity}, swarmha sends what {@code docker stack deploy} sends,
 * finds nothing to do where docker has deployed before, and refuses what docker refuses.
 */
class RequestParityTest {

  private static final int FEWEST = 120;
  private static final int MOST_BY_DESIGN = 8;
  private static final Path ROOT = Project.find().root();
  private static final Tally TALLY = new Tally();
  private static final SwarmhaCli SWARMHA = new SwarmhaCli();
  private static final Map<String, Future<Verdict>> VERDICTS = new ConcurrentHashMap<>();

  private static DockerCli docker;
  private static LeftOut leftOut;

  @BeforeAll
  static void startEveryCase(@TempDir Path scratch) {
    InstalledDocker installed = InstalledDocker.find();
    docker = new DockerCli(installed, scratch);
    List<ParityCase> cases = cases().toList();
    leftOut = LeftOut.of(installed.version(), cases, each -> each.settings().needs());
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    cases.forEach(subject -> VERDICTS.put(subject.name(), threads.submit(() -> judge(subject))));
    threads.shutdown();
  }

  static Stream<ParityCase> cases() {
    return new CaseDirectory(ROOT.resolve("lab/parity")).cases().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void doesAsDockerDoes(ParityCase subject) throws Exception {
    Verdict verdict = requireNonNull(VERDICTS.get(subject.name())).get();
    TALLY.add(verdict.kind());

    assertThat(verdict.differences()).as(subject.name()).isEmpty();
  }

  private static Verdict judge(ParityCase subject) throws IOException {
    Settings settings = subject.settings();
    if (leftOut.has(subject)) {
      return Verdict.LEFT_OUT;
    }
    CaseRun.Result result = new CaseRun(docker, SWARMHA, subject).run();
    Optional<String> heading = settings.byDesign().or(settings::random);
    if (heading.isEmpty() || !result.faults().isEmpty()) {
      return Verdict.of(result.all());
    }
    if (result.differences().isEmpty() && settings.random().isEmpty()) {
      return Verdict.of(List.of("nothing differs"));
    }
    return headings().contains("### " + heading.get())
        ? Verdict.BY_DESIGN
        : Verdict.of(List.of("nowhere described: " + heading.get()));
  }

  private static List<String> headings() throws IOException {
    return Files.readAllLines(ROOT.resolve("docs/compose-differences.md"));
  }

  @AfterAll
  static void printsSummary() {
    TALLY.lines(leftOut).forEach(SummaryLine::print);

    assertThat(TALLY.count(Verdict.Kind.DIFFERENT)).isZero();
    assertThat(TALLY.total()).isGreaterThanOrEqualTo(FEWEST);
    assertThat(TALLY.count(Verdict.Kind.BY_DESIGN)).isLessThanOrEqualTo(MOST_BY_DESIGN);
  }
}
