package dev.swarmha.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.cli.complete.Candidate;
import dev.swarmha.cli.complete.LiveNames;
import dev.swarmha.cli.complete.NameKind;
import dev.swarmha.cli.complete.NameQuery;
import dev.swarmha.engine.time.SystemTimeline;
import dev.swarmha.engine.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class CachedNamesTest {

  private static final NameQuery STACKS = NameQuery.of(NameKind.STACK);

  private final Queue<Runnable> questions = new ArrayDeque<>();
  private List<Candidate> there = List.of(Candidate.of("shop"));
  private boolean broken;
  private final CachedNames names = new CachedNames(this::ask, questions::add);

  private List<Candidate> ask(NameQuery query) {
    if (broken) {
      throw new IllegalStateException("the Engine is away");
    }
    return there;
  }

  private void answer() {
    while (!questions.isEmpty()) {
      questions.remove().run();
    }
  }

  @Test
  void doesNotWaitForAnEngineThatIsSlow() {
    assertThat(names.of(STACKS)).isEmpty();

    answer();

    assertThat(names.of(STACKS)).containsExactly(Candidate.of("shop"));
  }

  @Test
  void answersWithinATenthOfASecondHoweverSlowTheEngineIs() {
    LiveNames slow = new CachedNames(query -> List.of(), question -> {});

    Timeline clock = new SystemTimeline();
    Duration quickest = Duration.ofDays(1);
    for (int i = 0; i < 10; i++) {
      Instant begin = clock.instant();
      for (NameKind kind : List.of(NameKind.STACK, NameKind.SERVICE, NameKind.TASK)) {
        slow.of(NameQuery.of(kind));
      }
      Duration took = Duration.between(begin, clock.instant());
      quickest = took.compareTo(quickest) < 0 ? took : quickest;
    }

    assertThat(quickest).isLessThan(Duration.ofMillis(100));
  }

  @Test
  void answersWithWhatItKnowsAndLooksAnew() {
    names.of(STACKS);
    answer();
    there = List.of();

    assertThat(names.of(STACKS)).containsExactly(Candidate.of("shop"));

    answer();
    assertThat(names.of(STACKS)).isEmpty();
  }

  @Test
  void asksOneQuestionOnce() {
    names.of(STACKS);
    names.of(STACKS);

    assertThat(questions).hasSize(1);
  }

  @Test
  void looksAtTheUsualAndAtWhatWasAskedFor() {
    NameQuery revisions = new NameQuery(NameKind.REVISION, Optional.of("shop"));
    names.of(revisions);
    answer();

    names.refresh();

    assertThat(questions).hasSize(6);
  }

  @Test
  void keepsWhatItKnowsWhileTheEngineIsAway() {
    names.of(STACKS);
    answer();
    broken = true;
    names.refresh();
    answer();
    broken = false;

    assertThat(names.of(STACKS)).containsExactly(Candidate.of("shop"));
    assertThat(questions).hasSize(1);
  }
}
