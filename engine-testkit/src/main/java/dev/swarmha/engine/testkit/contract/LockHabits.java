package dev.swarmha.engine.testkit.contract;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.engine.NameTakenException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.StaleVersionException;
import dev.swarmha.engine.WriteOptions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What makes a config good for a lock. */
interface LockHabits extends Habits {

  @Test
  default void letsOnlyOneCreateAConfigOfAName() {
    Resource config = scene().createData(ResourceKind.CONFIG, "lock", "one");

    assertThatThrownBy(() -> scene().createData(ResourceKind.CONFIG, "lock", "one"))
        .isInstanceOf(NameTakenException.class);
    assertThat(scene().now(config)).isEqualTo(config);
  }

  @Test
  default void stampsEachWriteOfAConfigAlsoOneThatChangesNothing() throws InterruptedException {
    Resource config = scene().createData(ResourceKind.CONFIG, "lock", "one");
    scene().letSomeTimePass();

    scene().engine().update(config, config.spec(), WriteOptions.NONE);

    Resource written = scene().now(config);
    assertThat(config.updatedAt()).isEqualTo(config.createdAt());
    assertThat(written.updatedAt()).isAfter(config.updatedAt());
    assertThat(written.createdAt()).isEqualTo(config.createdAt());
    assertThat(written.spec()).isEqualTo(config.spec());
    assertThatThrownBy(() -> scene().engine().update(config, config.spec(), WriteOptions.NONE))
        .isInstanceOf(StaleVersionException.class);
  }

  @Test
  default void tellsWhatItsClockShows() {
    Resource config = scene().createData(ResourceKind.CONFIG, "lock", "one");

    Instant clock = scene().engine().info().clock();

    assertThat(Duration.between(config.updatedAt(), clock)).isBetween(Duration.ZERO, ofSeconds(30));
  }
}
