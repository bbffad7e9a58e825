package dev.swarmha.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TaskStateTest {

  @Test
  void endsAfterRunning() {
    Set<TaskState> terminal =
        Stream.of(TaskState.values()).filter(TaskState::isTerminal).collect(Collectors.toSet());

    assertThat(terminal)
        .isEqualTo(EnumSet.range(TaskState.COMPLETE, TaskState.ORPHANED))
        .doesNotContain(TaskState.RUNNING, TaskState.UNKNOWN);
  }

  @Test
  void doesNotCountAnOrderlyEndAsFailure() {
    assertThat(EnumSet.allOf(TaskState.class))
        .filteredOn(TaskState::isFailure)
        .containsExactly(TaskState.FAILED, TaskState.REJECTED, TaskState.ORPHANED);
  }
}
