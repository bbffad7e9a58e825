package dev.swarmha.deploy.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ScaleDownTest {

  @Test
  void takesFromTheFullestNodes() {
    assertThat(ScaleDown.outcomes(List.of(3, 3, 2), 6)).containsExactly(List.of(2, 2, 2));
    assertThat(ScaleDown.outcomes(List.of(5, 1, 1), 4)).containsExactly(List.of(2, 1, 1));
  }

  @Test
  void leavesToChanceWhichOfTheFullestKeepsOneMore() {
    assertThat(ScaleDown.outcomes(List.of(4, 3, 2), 7))
        .containsExactlyInAnyOrder(List.of(3, 2, 2), List.of(2, 3, 2));
  }

  @Test
  void keepsEverythingWhereThereAreNoMoreThanReplicas() {
    assertThat(ScaleDown.outcomes(List.of(2, 1), 3)).containsExactly(List.of(2, 1));
    assertThat(ScaleDown.outcomes(List.of(2, 1), 0)).containsExactly(List.of(0, 0));
  }
}
