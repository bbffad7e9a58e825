package dev.swarmha.cli.render;

import static java.util.Objects.requireNonNull;

import dev.swarmha.cli.output.Paint;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How one service stands, as a live display shows it in a line.
 *
 * @param tasks {@code 2/3}, or empty before anything is known of its tasks
 * @param words what it waits for, or how it ended
 * @param since when its turn came
 * @param ended when it had got as far as it does
 */
record ServiceRow(
    String name,
    Mark mark,
    String tasks,
    String words,
    Optional<Instant> since,
    Optional<Instant> ended) {

  ServiceRow {
    requireNonNull(name, "name");
    requireNonNull(mark, "mark");
    requireNonNull(tasks, "tasks");
    requireNonNull(words, "words");
    requireNonNull(since, "since");
    requireNonNull(ended, "ended");
  }

  /** How a service stands, in one character; what has most need of eyes comes first. */
  enum Mark {
    FAILED("✗", Paint.BAD),
    HELD_UP("!", Paint.CHANGED),
    MOVING("•", Paint.BUSY),
    SETTLING("•", Paint.GOOD),
    TO_COME("·", Paint.FAINT),
    DONE("✓", Paint.GOOD);

    private final String sign;
    private final Paint paint;

    Mark(String sign, Paint paint) {
      this.sign = sign;
      this.paint = paint;
    }

    String sign() {
      return sign;
    }

    Paint paint() {
      return paint;
    }

    boolean isEnd() {
      return this == DONE || this == FAILED;
    }
  }

  static ServiceRow toCome(String name) {
    return new ServiceRow(
        name, Mark.TO_COME, "", "waits for its turn", Optional.empty(), Optional.empty());
  }

  /** The same service, standing otherwise from now on. */
  ServiceRow standing(Mark now, String words, Instant at) {
    Optional<Instant> end = now.isEnd() ? ended.or(() -> Optional.of(at)) : Optional.empty();
    Optional<Instant> begun = now == Mark.TO_COME ? since : since.or(() -> Optional.of(at));
    return new ServiceRow(name, now, tasks, words, begun, end);
  }

  ServiceRow counting(int done, int wanted) {
    return new ServiceRow(name, mark, done + "/" + wanted, words, since, ended);
  }

  /** How long it has taken up to now, or took, in whole seconds. */
  Optional<Duration> age(Instant now) {
    return since.map(
        begun -> Duration.ofSeconds(Duration.between(begun, ended.orElse(now)).toSeconds()));
  }
}
