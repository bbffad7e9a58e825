package dev.swarmha.deploy.lock;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.Operator;
import dev.swarmha.deploy.lock.LockWatch.Verdict;
import dev.swarmha.engine.ObjectVersion;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a lock of a minute, which is renewed every ten seconds, counts as over. */
final class LockWatchTest {

  private static final Instant RENEWED = Instant.parse("2026-03-01T12:00:00Z");

  private final LockWatch watch = new LockWatch();

  @Test
  void believesALockWhoseLeaseRuns() {
    assertThat(after(ofSeconds(0))).isEqualTo(Verdict.HELD);
    assertThat(after(ofSeconds(59))).isEqualTo(Verdict.HELD);
  }

  @Test
  void endsALockThatWasWatchedUntilItsLeaseIsOver() {
    after(ofSeconds(30));

    assertThat(after(ofSeconds(59))).isEqualTo(Verdict.HELD);
    assertThat(after(ofSeconds(60))).isEqualTo(Verdict.OVER);
  }

  @Test
  void doubtsALockThatIsFoundTooOldUntilItHasMissedTwoRenewals() {
    assertThat(after(ofHours(3))).isEqualTo(Verdict.OVERDUE);
    assertThat(after(ofHours(3).plusSeconds(19))).isEqualTo(Verdict.OVERDUE);
    assertThat(after(ofHours(3).plusSeconds(20))).isEqualTo(Verdict.OVER);
  }

  @Test
  void believesAnOwnerThatRenewsWhateverTheClocksSay() {
    Duration wrong = ofHours(1);

    assertThat(judge(lock(1, RENEWED), wrong, ofSeconds(5))).isEqualTo(Verdict.OVERDUE);
    assertThat(judge(lock(2, RENEWED.plusSeconds(10)), wrong, ofSeconds(11)))
        .isEqualTo(Verdict.HELD);
    assertThat(judge(lock(2, RENEWED.plusSeconds(10)), wrong, ofSeconds(70)))
        .isEqualTo(Verdict.HELD);
    assertThat(judge(lock(2, RENEWED.plusSeconds(10)), wrong, ofSeconds(71)))
        .isEqualTo(Verdict.OVER);
  }

  @Test
  void endsALockThatNobodyRenewsForAWholeLeaseWhateverTheClocksSay() {
    Duration behind = ofHours(-1);

    assertThat(judge(lock(1, RENEWED), behind, ofSeconds(100))).isEqualTo(Verdict.HELD);
    assertThat(judge(lock(1, RENEWED), behind, ofSeconds(159))).isEqualTo(Verdict.HELD);
    assertThat(judge(lock(1, RENEWED), behind, ofSeconds(160))).isEqualTo(Verdict.OVER);
  }

  @Test
  void beginsAnewWithTheLockOfSomebodyElse() {
    after(ofSeconds(50));
    Resource other = lock(9, RENEWED.plusSeconds(55));

    assertThat(judge(other, Duration.ZERO, ofSeconds(55))).isEqualTo(Verdict.HELD);
    assertThat(judge(other, Duration.ZERO, ofSeconds(114))).isEqualTo(Verdict.HELD);
    assertThat(judge(other, Duration.ZERO, ofSeconds(115))).isEqualTo(Verdict.OVER);
  }

  private Verdict after(Duration time) {
    return judge(lock(1, RENEWED), Duration.ZERO, time);
  }

  private Verdict judge(Resource lock, Duration engineAhead, Duration time) {
    Instant now = RENEWED.plus(time);
    return watch.judge(lock, () -> now.plus(engineAhead), now);
  }

  private static Resource lock(long version, Instant renewed) {
    LockRequest request =
        new LockRequest("shop", "deploy", Operator.UNKNOWN, new Lease(ofSeconds(60)));
    return new Resource(
        ResourceKind.CONFIG,
        new ResourceId("c1"),
        new ObjectVersion(version),
        "shop.swarmha.lock",
        RENEWED,
        renewed,
        LockObject.spec("shop.swarmha.lock", LockObject.labels(request.holderAt(RENEWED), "token")),
        Optional.empty());
  }
}
