package dev.swarmha.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.cli.Golden;
import dev.swarmha.cli.error.ExitCode;
import dev.swarmha.cli.terminal.LiveArea;
import dev.swarmha.cli.terminal.VirtualScreen;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.engine.testkit.VirtualTimeline;
import dev.swarmha.wait.Convergence;
import dev.swarmha.wait.event.WaitEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

final class LiveRendererTest {

  private final VirtualTimeline timeline = new VirtualTimeline();
  private VirtualScreen screen = new VirtualScreen(80, 24);
  private LiveRenderer live = on(screen);

  @Test
  void showsOneLineAServiceAndWhatGoesOn() throws Exception {
    manyServices(7);
    timeline.sleep(Duration.ofSeconds(75));
    live.beat();

    Golden.check("live-80.txt", screen.text());
  }

  @Test
  void showsTheUnfinishedWhereThereIsNoRoomForAll() throws Exception {
    use(new VirtualScreen(60, 12));
    manyServices(21);

    Golden.check("live-60x12.txt", screen.text());
    screen.resize(100, 30);
    live.beat();

    assertThat(screen.text()).contains("shop_service-20").doesNotContain(" more:");
  }

  @Test
  void usesTheRoomOfAWideTerminal() throws Exception {
    use(new VirtualScreen(160, 50));
    manyServices(21);

    Golden.check("live-160x50.txt", screen.text());
  }

  @Test
  void staysWithinTheNarrowestTerminal() throws Exception {
    use(new VirtualScreen(20, 4));
    manyServices(5);

    Golden.check("live-20x4.txt", screen.text());
  }

  @Test
  void leavesARecordOfEveryEvent() throws Exception {
    use(new VirtualScreen(100, 60));
    Samples.all().forEach(live::on);

    Golden.check("live-record.txt", screen.text());
    assertThat(screen.echoes()).isTrue();
  }

  @Test
  void showsNoPictureForACommandThatIsDoneAtOnce() {
    live.on(new ProgressEvent.Noted("the node is drained already"));
    live.on(new ProgressEvent.Finished("node label", new Outcome.Done("node n2 has no labels")));

    assertThat(screen.text()).isEqualTo("the node is drained already\nnode n2 has no labels\n");
  }

  @Test
  void leavesTheServicesAndTheEchoWhereACommandBreaksOff() {
    moved("shop_web", new Convergence.Progressing(1, 3));
    live.aborted("deploy", ExitCode.ERROR, "no Engine");

    assertThat(screen.text()).startsWith("• shop_web  1/3  on its way").endsWith("0s\n");
    assertThat(screen.echoes()).isTrue();
    live.beat();
    assertThat(screen.text()).doesNotContain("deploy shop");
  }

  @Test
  void leavesNoCountdownBehind() {
    moved("shop_web", new Convergence.Settling(3, 3, timeline.instant().plusSeconds(5)));
    assertThat(screen.text()).contains("must stay up for 5s more");

    live.aborted("deploy", ExitCode.ERROR, "no Engine");

    assertThat(screen.text()).startsWith("• shop_web  3/3  ran, not long enough to count");
  }

  @Test
  void keepsColumnsInPlaceBesideWideAndCombiningCharacters() throws Exception {
    moved("shop_web", new Convergence.Pending(0, 3, "\u8a2d\u5b9a\u304c\u306a\u3044 (no config)"));
    moved("shop_e\u0301tape", new Convergence.Pending(1, 3, "\u001b[2Jno room\non any node"));
    moved("shop_db", new Convergence.Progressing(0, 1));

    Golden.check("live-wide.txt", screen.text());
  }

  @Test
  void coloursMeanSomethingOrAreNotThere() {
    moved("shop_web", new Convergence.Converged(3));
    assertThat(screen.written()).doesNotContain("\u001b[32m");

    VirtualScreen colourful = new VirtualScreen(80, 24);
    live = new LiveRenderer(new LiveArea(colourful.open().orElseThrow()), timeline, "d", Ansi.ON);
    moved("shop_web", new Convergence.Converged(3));
    assertThat(colourful.written()).contains("\u001b[32m✓");
  }

  private void manyServices(int count) {
    for (int number = 0; number < count; number++) {
      moved("shop_service-" + number, verdict(number));
    }
    Samples.all().stream().filter(LiveRendererTest::isProbe).limit(1).forEach(live::on);
  }

  private static boolean isProbe(ProgressEvent event) {
    return event instanceof ProgressEvent.Waiting waiting
        && waiting.event() instanceof WaitEvent.ProbeAnswered;
  }

  private Convergence verdict(int number) {
    return switch (number % 7) {
      case 0 -> new Convergence.Converged(2);
      case 1 -> new Convergence.Progressing(1, 12);
      case 2 -> new Convergence.Settling(3, 3, timeline.instant().plusSeconds(80));
      case 3 ->
          new Convergence.Pending(0, 1, "no suitable node (insufficient resources on 5 nodes)");
      case 4 -> new Convergence.Converged(10);
      case 5 -> new Convergence.Superseded("somebody else has changed it meanwhile");
      default -> new Convergence.Failed(List.of(Samples.NO_NODE));
    };
  }

  private void moved(String service, Convergence convergence) {
    live.on(new ProgressEvent.Waiting(new WaitEvent.ServiceMoved(service, convergence)));
  }

  private void use(VirtualScreen other) {
    screen = other;
    live = on(other);
  }

  private LiveRenderer on(VirtualScreen where) {
    return new LiveRenderer(
        new LiveArea(where.open().orElseThrow()), timeline, "deploy shop", Ansi.OFF);
  }
}
