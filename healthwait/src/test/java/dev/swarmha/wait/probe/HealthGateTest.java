package dev.swarmha.wait.probe;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.StatusRanges;
import dev.swarmha.engine.testkit.VirtualTimeline;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.WaitResult;
import dev.swarmha.wait.event.WaitEvent;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HealthGateTest {

  private static final String WEB = "http://web/health";
  private static final String API = "http://api/health";
  private static final Duration GLANCE = Duration.ofMillis(50);

  private final VirtualTimeline timeline = new VirtualTimeline();
  private final TimedProber prober = new TimedProber(timeline);
  private final List<WaitEvent.ProbeAnswered> answers = new ArrayList<>();

  @Test
  void opensWhenEveryCheckHasPassed() throws InterruptedException {
    prober.healthyAfter(WEB, ofSeconds(5)).healthyAfter(API, ofSeconds(3));

    WaitResult result = await(check(WEB, 30), check(API, 30));

    assertThat(result).isEqualTo(new WaitResult.Succeeded());
    assertThat(timeline.elapsed()).isEqualTo(ofSeconds(6).plus(GLANCE));
  }

  @Test
  void opensAtOnceWithoutChecks() throws InterruptedException {
    assertThat(await()).isEqualTo(new WaitResult.Succeeded());
    assertThat(timeline.elapsed()).isZero();
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
    assertThat(timeline.elapsed()).isEqualTo(ofSeconds(4).plus(GLANCE));
  }

  @Test
  void saysWhatIsMissingWhenTimeIsUp() throws InterruptedException {
    prober.healthyAfter(WEB, Duration.ofHours(1)).healthyAfter(API, Duration.ofHours(1));

    WaitResult result = gate(check(WEB, 30), check(API, 30)).await(in(ofSeconds(1)));

    assertThat(result)
        .isEqualTo(
            new WaitResult.TimedOut(
                List.of(
                    reason(WEB, "time is up: HTTP 503, after 1 try"),
                    reason(API, "time is up: HTTP 503, after 1 try"))));
    assertThat(timeline.elapsed()).isEqualTo(ofSeconds(1));
  }

  @Test
  void doesNotWaitForAnAnswerBeyondItsTime() throws InterruptedException {
    prober.healthyAfter(WEB, Duration.ofHours(1)).answersIn(ofSeconds(3));

    WaitResult result = gate(check(WEB, 30)).await(in(ofSeconds(4)));

    assertThat(result)
        .isEqualTo(
            new WaitResult.TimedOut(List.of(reason(WEB, "time is up: HTTP 503, after 1 try"))));
    assertThat(timeline.elapsed()).isEqualTo(ofSeconds(4));
    assertThat(prober.abandoned).containsExactly(WEB);
  }

  @Test
  void saysThatNothingHasBeenAnsweredAtAll() throws InterruptedException {
    prober.answersIn(ofSeconds(5));

    assertThat(gate(check(WEB, 30)).await(in(ofSeconds(3))).reasons())
        .containsExactly(reason(WEB, "time is up: no answer yet"));
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
  void saysHowManyPassesAreMissing() throws InterruptedException {
    WaitResult result =
        gate(new HealthCheck(probe(WEB), 3, 30, ofSeconds(2))).await(in(ofSeconds(3)));

    assertThat(result.reasons())
        .containsExactly(reason(WEB, "time is up: healthy 2 of 3 times in a row"));
  }

  @Test
  void letsNoSlowAnswerKeepOthersFromBeingAsked() throws InterruptedException {
    prober
        .healthyAfter(WEB, ofSeconds(20))
        .healthyAfter(API, ofSeconds(20))
        .answersIn(WEB, ofSeconds(5));

    await(check(WEB, 30), check(API, 30));

    assertThat(prober.asked).startsWith(WEB, API, API, API, WEB, API);
  }

  @Test
  void countsTheTriesOfEachCheck() throws InterruptedException {
    prober.healthyAfter(WEB, ofSeconds(3)).answersIn(ofSeconds(1));
    HealthGate gate = gate(check(WEB, 30));

    gate.await(in(ofSeconds(60)));

    assertThat(answers.stream().map(WaitEvent.ProbeAnswered::attempt)).containsExactly(1, 2, 3);
    assertThat(gate.summaries())
        .containsExactly(new CheckSummary(WEB, 3, 2, 0, ofSeconds(1), true));
  }

  private WaitResult await(HealthCheck... checks) throws InterruptedException {
    return gate(checks).await(in(ofSeconds(60)));
  }

  private HealthGate gate(HealthCheck... checks) {
    return new HealthGate(
        Stream.of(checks).map(PlacedCheck::anywhere).toList(),
        prober,
        timeline,
        event -> answers.add((WaitEvent.ProbeAnswered) event));
  }

  private Deadline in(Duration time) {
    return Deadline.in(time, timeline);
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
}
