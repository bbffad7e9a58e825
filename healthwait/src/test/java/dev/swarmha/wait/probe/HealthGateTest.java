package dev.swarmha.wait.probe;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.ProbeResult;
import dev.swarmha.engine.probe.Prober;
import dev.swarmha.engine.probe.StatusRanges;
import dev.swarmha.engine.testkit.VirtualTimeline;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.WaitResult;
import dev.swarmha.wait.event.WaitEvent;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthGateTest {

  private static final String WEB = "http://web/health";
  private static final String API = "http://api/health";

  private final VirtualTimeline timeline = new VirtualTimeline();
  private final ScriptedProber prober = new ScriptedProber();
  private final List<WaitEvent.ProbeAnswered> answers = new ArrayList<>();

  @Test
  void opensWhenEveryCheckHasPassed() throws InterruptedException {
    prober.healthyAfter(WEB, ofSeconds(5)).healthyAfter(API, ofSeconds(3));

    WaitResult result = await(check(WEB, 30), check(API, 30));

    assertThat(result).isEqualTo(new WaitResult.Succeeded());
    assertThat(timeline.elapsed()).isEqualTo(ofSeconds(6));
  }

  @Test
  void opensAtOnceWithoutChecks() throws InterruptedException {
    assertThat(await()).isEqualTo(new WaitResult.Succeeded());
  }

  @Test
  void asksNoMoreWhatHasPassed() throws InterruptedException {
    prober.healthyAfter(WEB, ofSeconds(5)).healthyAfter(API, Duration.ZERO);

    await(check(WEB, 30), check(API, 30));

    assertThat(prober.asked).containsExactly(WEB, API, WEB, WEB, WEB);
  }

  @Test
  void closesWhenACheckHasUsedUpItsTries() throws InterruptedException {
    prober.healthyAfter(WEB, Duration.ofHours(1)).healthyAfter(API, Duration.ZERO);

    WaitResult result = await(check(WEB, 3), check(API, 3));

    assertThat(result)
        .isEqualTo(new WaitResult.Failed(List.of(reason(WEB, "HTTP 503, after 3 tries"))));
    assertThat(timeline.elapsed()).isEqualTo(ofSeconds(4));
  }

  @Test
  void saysWhatIsMissingWhenTimeIsUp() throws InterruptedException {
    prober.healthyAfter(WEB, Duration.ofHours(1)).healthyAfter(API, Duration.ofHours(1));

    WaitResult result =
        gate().await(List.of(check(WEB, 30), check(API, 30)), Deadline.in(ofSeconds(1), timeline));

    assertThat(result)
        .isEqualTo(
            new WaitResult.TimedOut(
                List.of(
                    reason(WEB, "time is up: HTTP 503, after 1 try"),
                    reason(API, "time is up: HTTP 503, after 1 try"))));
    assertThat(timeline.elapsed()).isEqualTo(ofSeconds(1));
  }

  @Test
  void keepsTheLastAnswerThatHadItsTime() throws InterruptedException {
    prober.healthyAfter(WEB, Duration.ofHours(1)).answersIn(ofSeconds(3));

    WaitResult result = gate().await(List.of(check(WEB, 30)), Deadline.in(ofSeconds(4), timeline));

    assertThat(answers)
        .extracting(event -> event.result().answer())
        .containsExactly("HTTP 503", "no answer");
    assertThat(result)
        .isEqualTo(
            new WaitResult.TimedOut(List.of(reason(WEB, "time is up: HTTP 503, after 2 tries"))));
  }

  @Test
  void wantsPassesInARow() throws InterruptedException {
    prober.healthyAfter(WEB, Duration.ZERO);
    timeline.schedule(
        timeline.instant().plus(ofSeconds(3)), () -> prober.healthyAfter(WEB, ofSeconds(5)));

    WaitResult result = await(new HealthCheck(probe(WEB), 3, 30, ofSeconds(2)));

    assertThat(result).isEqualTo(new WaitResult.Succeeded());
    assertThat(answers.stream().map(event -> event.result().passed()))
        .containsExactly(true, true, false, true, true, true);
  }

  @Test
  void asksEachCheckInItsTurnWhenAnswersAreSlow() throws InterruptedException {
    prober
        .healthyAfter(WEB, ofSeconds(20))
        .healthyAfter(API, ofSeconds(20))
        .answersIn(ofSeconds(5));

    await(check(WEB, 30), check(API, 30));

    assertThat(prober.asked).startsWith(WEB, API, WEB, API);
  }

  @Test
  void givesTheLastTryNoMoreTimeThanIsLeft() throws InterruptedException {
    prober.healthyAfter(WEB, Duration.ofHours(1)).answersIn(ofSeconds(5));

    gate().await(List.of(check(WEB, 30)), Deadline.in(ofSeconds(8), timeline));

    assertThat(timeline.elapsed()).isEqualTo(ofSeconds(8));
    assertThat(answers)
        .allSatisfy(event -> assertThat(event.result().probe()).isEqualTo(probe(WEB)));
  }

  @Test
  void numbersTheTriesFromOne() throws InterruptedException {
    prober.healthyAfter(WEB, ofSeconds(3));

    await(check(WEB, 30));

    assertThat(answers.stream().map(WaitEvent.ProbeAnswered::attempt)).containsExactly(1, 2, 3);
  }

  private WaitResult await(HealthCheck... checks) throws InterruptedException {
    return gate().await(List.of(checks), Deadline.in(ofSeconds(60), timeline));
  }

  private HealthGate gate() {
    return new HealthGate(prober, timeline, event -> answers.add((WaitEvent.ProbeAnswered) event));
  }

  private static HealthCheck check(String url, int retries) {
    return new HealthCheck(probe(url), 1, retries, ofSeconds(2));
  }

  private static HealthProbe probe(String url) {
    return new HealthProbe.Http(
        URI.create(url), StatusRanges.SUCCESS, Optional.empty(), ofSeconds(5));
  }

  private static Reason reason(String url, String message) {
    return Reason.ofService(url, message);
  }

  /** Addresses that become healthy at some time, behind a network that may be slow. */
  private final class ScriptedProber implements Prober {
    private final Map<String, Duration> healthyAfter = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private Duration answersIn = Duration.ZERO;

    ScriptedProber healthyAfter(String url, Duration time) {
      healthyAfter.put(url, time);
      return this;
    }

    ScriptedProber answersIn(Duration time) {
      answersIn = time;
      return this;
    }

    @Override
    public ProbeResult probe(HealthProbe probe) throws InterruptedException {
      asked.add(probe.address());
      if (answersIn.compareTo(probe.timeout()) > 0) {
        timeline.sleep(probe.timeout());
        return new ProbeResult(probe, false, "no answer", probe.timeout());
      }
      timeline.sleep(answersIn);
      Duration healthyFrom = healthyAfter.getOrDefault(probe.address(), Duration.ZERO);
      boolean healthy = healthyFrom.compareTo(timeline.elapsed()) <= 0;
      return new ProbeResult(probe, healthy, healthy ? "HTTP 200" : "HTTP 503", answersIn);
    }
  }
}
