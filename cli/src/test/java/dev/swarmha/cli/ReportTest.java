package dev.swarmha.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.swarmha.engine.testkit.InMemorySwarm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Telling others how a command ended: summary, notices, GitHub, GitLab. */
final class ReportTest {

  private final InMemorySwarm swarm = InMemorySwarm.withNodes("n1", "n2");
  private final Cli cli = Cli.on(swarm);
  private final List<String> posted = Collections.synchronizedList(new ArrayList<>());
  private final HttpServer server;
  private Path directory = Path.of("");

  ReportTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void preparesAFileAndAServer(@TempDir Path temporary) throws IOException {
    directory = temporary;
    cli.in(directory);
    Files.writeString(directory.resolve("stack.yml"), Shop.STACK);
    answer("/hook", 200);
    answer("/gone", 404);
    server.start();
  }

  private void answer(String path, int status) {
    server.createContext(
        path,
        exchange -> {
          posted.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
  }

  @AfterEach
  void stopsTheServer() {
    server.stop(0);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  @Test
  void writesASummaryInMarkdown() throws IOException {
    cli.run("deploy -c stack.yml shop --summary first.md".split(" "));
    breakTheNextVersion();
    cli.run("deploy -c stack.yml shop --timeout 1m --summary second.md".split(" "));
    cli.run("deploy -c missing.yml shop --summary third.md".split(" "));

    Golden.check("summary-deployed.md", written("first.md"));
    Golden.check("summary-rolled-back.md", written("second.md"));
    Golden.check("summary-wrong-file.md", written("third.md"));
  }

  @Test
  void quotesWhatTasksHaveWrittenSoThatItCannotBeTakenForMarkdown() throws IOException {
    cli.run("deploy -c stack.yml shop".split(" "));
    swarm.image("web:2").crashesAtOnce(1).logs("````", "<script>alert(1)</script>");
    cli.variable("VERSION", "2");

    cli.run("deploy -c stack.yml shop --timeout 1m --summary summary.md".split(" "));

    assertThat(written("summary.md").lines().filter(line -> line.startsWith("````"))).hasSize(2);
    assertThat(written("summary.md").stripTrailing()).endsWith("````");
  }

  @Test
  void postsTheResultWithATextForSlackAndNothingThatTasksWrote() {
    cli.run("deploy", "-c", "stack.yml", "shop", "--notify", url("/hook"));
    breakTheNextVersion();

    Cli.Run run =
        cli.run("deploy", "-c", "stack.yml", "shop", "--timeout", "1m", "--notify", url("/hook"));

    assertThat(run.code()).isEqualTo(4);
    assertThat(posted).hasSize(2);
    assertThat(posted.get(0))
        .contains("\"text\":\"swarmha deploy: deployed after ")
        .contains("\"type\":\"result\"")
        .contains("\"outcome\":\"deployed\"")
        .contains("\"exitCode\":0");
    assertThat(posted.get(1))
        .contains("stack shop is back at revision 1")
        .contains("\\n• shop_web.")
        .contains("\"outcome\":\"rolled-back\"")
        .doesNotContain("cannot open")
        .doesNotContain("logTail");
  }

  @Test
  void endsAsItWouldWhenNobodyCanBeNotified() {
    String nobody = "http://127.0.0.1:1/secret-path";

    Cli.Run run =
        cli.run(
            "deploy",
            "-c",
            "stack.yml",
            "shop",
            "--notify",
            url("/gone"),
            "--notify",
            nobody,
            "--notify",
            url("/hook"));

    assertThat(run.code()).isZero();
    assertThat(posted).hasSize(2);
    assertThat(run.err())
        .contains("warning: could not notify http://127.0.0.1: HTTP 404\n")
        .contains("warning: could not notify http://127.0.0.1: ")
        .doesNotContain("secret-path");
  }

  @Test
  void refusesAnAddressWithoutRepeatingIt() {
    Cli.Run run = cli.run("deploy -c stack.yml shop --notify ftp://hooks/T0KEN".split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--notify").contains("http://HOST/PATH").doesNotContain("T0KEN");
  }

  @Test
  void tellsNobodyWhereTheVariableOfAPipelineIsNotSet() {
    Cli.Run run = cli.run("deploy", "-c", "stack.yml", "shop", "--notify", "");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void warnsWhereTheSummaryCannotBeWritten() {
    Cli.Run run = cli.run("deploy -c stack.yml shop --summary no/such/summary.md".split(" "));

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .isEqualTo(
            "warning: could not write the summary to no/such/summary.md: no such directory\n");
  }

  @Test
  void annotatesOnGitHubWhatIsWrongInFilesAndWhyARolloutFailed() throws IOException {
    cli.variable("GITHUB_ACTIONS", "true").variable("GITHUB_WORKSPACE", directory.toString());
    Files.createDirectories(directory.resolve("deploy"));
    Files.writeString(
        directory.resolve("deploy/bad.yml"),
        "services:\n  web:\n    image: web:1\n    deploy: {replicas: \"50%, or so\"}\n");
    cli.in(directory.resolve("deploy"));

    Cli.Run wrong = cli.run("deploy -c bad.yml shop".split(" "));

    assertThat(wrong.code()).isEqualTo(3);
    assertThat(wrong.err().lines().filter(line -> line.startsWith("::")))
        .singleElement()
        .asString()
        .startsWith("::error file=deploy/bad.yml,line=4,col=")
        .contains("50%25, or so");
    cli.in(directory);
    cli.run("deploy -c stack.yml shop".split(" "));
    breakTheNextVersion();
    Cli.Run failed = cli.run("deploy -c stack.yml shop --timeout 1m --progress json".split(" "));
    assertThat(failed.err())
        .contains("::error title=swarmha deploy::stack shop is back at revision 1\n")
        .containsPattern("::error title=shop_web\\.[12] on n[12]::.*%0AWhat to do: ");
    assertThat(failed.out()).doesNotContain("::error");
  }

  @Test
  void keepsWhatTasksHaveWrittenFromBeingTakenForCommands() {
    cli.variable("GITHUB_ACTIONS", "true");
    swarm.image("web:1").crashesAtOnce(1).logs("::error::mine", "see ##[add-path]/evil");

    Cli.Run run = cli.run("deploy -c stack.yml shop --timeout 1m".split(" "));
    Cli.Run quiet = cli.run("deploy -c stack.yml shop --timeout 1m --progress quiet".split(" "));
    cli.run("deploy -c stack.yml shop --detach".split(" "));
    swarm.advance(Duration.ofSeconds(20));
    Cli.Run explained = cli.run("explain", "shop_web");

    for (String text : List.of(run.out(), quiet.err(), explained.out())) {
      assertThat(text).contains("\\::error::mine", "see #\\#[add-path]/evil");
      assertThat(text.lines()).noneMatch(line -> line.strip().startsWith("::error::mine"));
    }
    cli.variable("GITHUB_ACTIONS", "");
    assertThat(cli.run("explain", "shop_web").out()).contains("    ::error::mine\n");
  }

  @Test
  void annotatesNothingElsewhereOrWhenAllIsWell() {
    assertThat(cli.run("deploy -c missing.yml shop".split(" ")).err()).doesNotContain("::");
    cli.variable("GITHUB_ACTIONS", "true");

    assertThat(cli.run("deploy -c stack.yml shop".split(" ")).err()).isEmpty();
  }

  @Test
  void addsEachSummaryToTheOneOfTheJob() throws IOException {
    Files.writeString(directory.resolve("job.md"), "before\n");
    cli.variable("GITHUB_STEP_SUMMARY", directory.resolve("job.md").toString());

    cli.run("deploy -c stack.yml shop".split(" "));
    cli.run("deploy -c stack.yml shop".split(" "));

    assertThat(written("job.md"))
        .startsWith("before\n")
        .contains("## swarmha deploy: deployed\n")
        .contains("## swarmha deploy: unchanged\n");
  }

  @Test
  void foldsPlainProgressOnGitLab() {
    cli.run("deploy -c stack.yml shop".split(" "));
    breakTheNextVersion();
    cli.variable("GITLAB_CI", "true");

    List<String> lines =
        cli.run("deploy -c stack.yml shop --timeout 1m".split(" ")).out().lines().toList();
    String marks = String.join("\n", lines.stream().filter(line -> line.contains("0K")).toList());

    assertThat(marks)
        .matches(
            """
            \u001b\\[0Ksection_start:\\d+:(swarmha_progress_\\d+)
            \u001b\\[0KProgress
            \u001b\\[0Ksection_end:\\d+:\\1
            \u001b\\[0K
            \u001b\\[0Ksection_start:\\d+:(swarmha_rollback_\\d+)
            \u001b\\[0KRollback
            \u001b\\[0Ksection_end:\\d+:\\2
            \u001b\\[0K""");
    assertThat(lines.get(lines.size() - 1)).isEqualTo("stack shop is back at revision 1");
    assertThat(cli.run("deploy -c stack.yml shop --progress json --dry-run".split(" ")).out())
        .doesNotContain("section_");
  }

  private void breakTheNextVersion() {
    swarm.image("web:2").crashesAtOnce(1).logs("cannot open /data");
    cli.variable("VERSION", "2");
  }

  private String written(String file) throws IOException {
    return Files.readString(directory.resolve(file));
  }
}
