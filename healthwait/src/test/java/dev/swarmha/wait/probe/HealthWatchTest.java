package dev.swarmha.wait.probe;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.StatusRanges;
import dev.swarmha.engine.testkit.VirtualTimeline;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.Watch;
import dev.swarmha.wait.event.WaitListener;
import dev.swarmha.wait.probe.PlacedCheck.Stage;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthWatchTest {

  private static final String URL = "http://n1/health";
  private static final String LEAD = "time is up";
  private static final Duration WINDOW = ofSeconds(5);

  private final VirtualTimeline timeline = new VirtualTimeline();
  private final TimedProber prober = new TimedProber(timeline);
  private final List<PlacedCheck> places = new ArrayList<>();
  private final HealthWatch watch =
      new HealthWatch(snapshot -> List.copyOf(places), WINDOW, prober, timeline, WaitListener.NONE);

  @Test
  void asksAnAddressBeforeItsAnswersCount() throws InterruptedException {
    prober.healthyAfter(URL, ofHours(1));
    places(anywhere(check(1, 2)));

    observe(false);
    pass(ofSeconds(10));

    assertThat(watch.failures()).isEmpty();
    assertThat(watch.summaries()).containsExactly(new CheckSummary(URL, 10, 10, 0, ZERO, false));
  }

  @Test
  void holdsAnAddressToWhatItAnswersAfterEverythingHasConverged() throws InterruptedException {
    places(anywhere(check(1, 2)));
    observe(false);
    pass(ofSeconds(3));
    goesDown();

    observe(true);
    pass(ofSeconds(3));

    assertThat(watch.failures())
        .containsExactly(Reason.ofService(URL, "HTTP 503, after 2 tries; it had answered before"));
  }

  @Test
  void asksAgainAtOnceWhenEverythingHasConverged() throws InterruptedException {
    places(anywhere(new HealthCheck(probe(), 1, 3, ofMinutes(1))));
    observe(false);
    pass(ofSeconds(10));

    observe(true);
    assertThat(watch.missing(LEAD)).hasSize(1);
    pass(ofSeconds(10));

    assertThat(watch.missing(LEAD)).isEmpty();
    assertThat(timeline.elapsed()).isLessThan(ofSeconds(11));
  }

  @Test
  void wantsAllPassesAfterEverythingHasConvergedFromAnAddressThatIsNobodys()
      throws InterruptedException {
    places(anywhere(check(3, 3)));
    observe(false);
    pass(ofSeconds(10));

    observe(true);
    pass(ofMillis(1_500));

    assertThat(watch.missing(LEAD))
        .containsExactly(Reason.ofService(URL, "time is up: healthy 2 of 3 times in a row"));
  }

  @Test
  void failsAServiceAsSoonAsItsTriesAreUsedUp() throws InterruptedException {
    prober.healthyAfter(URL, ofHours(1));
    places(ofService(check(1, 3), Stage.CURRENT));

    observe(false);
    pass(ofSeconds(10));

    assertThat(watch.failures())
        .containsExactly(
            new Reason(
                "shop_web",
                Optional.empty(),
                Optional.of("n1"),
                URL + ": HTTP 503, after 3 tries",
                List.of()));
    assertThat(timeline.elapsed()).isLessThan(ofSeconds(3));
  }

  @Test
  void failsAServiceThatAnswersAndThenStops() throws InterruptedException {
    places(ofService(check(1, 3), Stage.CURRENT));
    observe(false);
    pass(ofSeconds(4));
    goesDown();

    pass(ofSeconds(10));

    assertThat(watch.failures())
        .extracting(Reason::message)
        .containsExactly(URL + ": HTTP 503, after 3 tries; it had answered before");
    assertThat(watch.summaries()).extracting(CheckSummary::dropped).containsExactly(3);
  }

  @Test
  void holdsNothingAgainstAServiceWhoseTasksAreStillToCome() throws InterruptedException {
    prober.healthyAfter(URL, ofHours(1));
    places(ofService(check(1, 2), Stage.OUTDATED));
    observe(false);
    pass(ofSeconds(10));
    places(ofService(check(1, 2), Stage.COMING));
    observe(false);
    pass(ofSeconds(10));

    assertThat(watch.failures()).isEmpty();
  }

  @Test
  void forgetsWhatWasAnsweredBeforeTheAwaitedSpecRan() throws InterruptedException {
    prober.healthyAfter(URL, ofSeconds(10));
    places(ofService(check(1, 4), Stage.OUTDATED));
    observe(false);
    pass(ofSeconds(8));

    places(ofService(check(1, 4), Stage.CURRENT));
    observe(false);
    pass(ofSeconds(10));

    assertThat(watch.failures()).isEmpty();
  }

  @Test
  void asksNobodyWhereNoTaskHasRunYet() throws InterruptedException {
    places(ofService(check(1, 2), Stage.COMING));
    observe(false);
    pass(ofSeconds(10));

    assertThat(prober.asked).isEmpty();
    assertThat(watch.summaries()).isEmpty();
  }

  @Test
  void asksNoMoreWhereNoTaskRunsAnyLongerAndKeepsTheNumbers() throws InterruptedException {
    places(ofService(check(1, 2), Stage.OUTDATED));
    observe(false);
    pass(ofSeconds(3));
    places();
    observe(true);
    int before = prober.asked.size();

    pass(ofSeconds(10));

    assertThat(prober.asked).hasSize(before);
    assertThat(watch.missing(LEAD)).isEmpty();
    assertThat(watch.summaries()).hasSize(1);
  }

  @Test
  void wantsWhatHasFailedInBetweenToPassForAsLongAsServicesHaveToStayUp()
      throws InterruptedException {
    places(ofService(check(1, 9), Stage.CURRENT));
    observe(false);
    pass(ofSeconds(3));
    goesDownFor(ofSeconds(2));
    pass(ofSeconds(3));

    observe(true);
    pass(ofSeconds(2));
    assertThat(watch.missing(LEAD))
        .extracting(Reason::message)
        .containsExactly(URL + ": time is up: healthy again, but not for 5s yet");
    pass(ofSeconds(10));

    assertThat(watch.missing(LEAD)).isEmpty();
  }

  @Test
  void returnsAsSoonAsEverythingIsDecided() throws InterruptedException {
    places(anywhere(check(1, 2)));
    observe(true);

    pass(ofMinutes(1));

    assertThat(timeline.elapsed()).isLessThan(ofSeconds(1));
  }

  @Test
  void goesOnAskingWhileOthersAreAwaitedAlthoughAllIsWell() throws InterruptedException {
    places(anywhere(check(1, 2)));
    observe(true);
    pass(ofSeconds(1));

    pass(ofSeconds(10));

    assertThat(timeline.elapsed()).isGreaterThanOrEqualTo(ofSeconds(10));
    assertThat(prober.asked).hasSizeGreaterThan(9);
  }

  @Test
  void hasNoSayWhereItOnlyListens() throws InterruptedException {
    prober.healthyAfter(URL, ofHours(1));
    places(ofService(check(1, 1), Stage.CURRENT));
    Watch silent = watch.silently();

    silent.observe(snapshot(), true);
    silent.pass(ofSeconds(5), Deadline.in(ofHours(1), timeline));

    assertThat(silent.failures()).isEmpty();
    assertThat(silent.missing(LEAD)).isEmpty();
    assertThat(watch.summaries()).extracting(CheckSummary::tries).containsExactly(5);
  }

  @Test
  void asksOnceBeforeAnythingChanges() {
    places(anywhere(check(1, 2)));

    watch.begin(snapshot());

    assertThat(prober.asked).containsExactly(URL);
    assertThat(timeline.elapsed()).isZero();
  }

  @Test
  void givesUpWhatIsOnItsWayAtTheEnd() {
    places(anywhere(check(1, 2)));
    watch.begin(snapshot());

    watch.end();

    assertThat(prober.abandoned).containsExactly(URL);
  }

  private void places(PlacedCheck... now) {
    places.clear();
    places.addAll(List.of(now));
  }

  private void observe(boolean settled) {
    watch.observe(snapshot(), settled);
  }

  private void pass(Duration time) throws InterruptedException {
    watch.pass(time, Deadline.in(ofHours(1), timeline));
  }

  private void goesDown() {
    goesDownFor(ofHours(1));
  }

  private void goesDownFor(Duration time) {
    prober.healthyAfter(URL, timeline.elapsed().plus(time));
  }

  private Snapshot snapshot() {
    return new Snapshot(timeline.instant(), Map.of(), List.of(), List.of());
  }

  private static PlacedCheck anywhere(HealthCheck check) {
    return PlacedCheck.anywhere(check);
  }

  private static PlacedCheck ofService(HealthCheck check, Stage stage) {
    return new PlacedCheck(check, Optional.of("shop_web"), Optional.of("n1"), stage);
  }

  /** Asks once a second. */
  private static HealthCheck check(int passes, int retries) {
    return new HealthCheck(probe(), passes, retries, ofSeconds(1));
  }

  private static HealthProbe probe() {
    return new HealthProbe.Http(
        URI.create(URL), StatusRanges.SUCCESS, Optional.empty(), ofSeconds(5));
  }
}
