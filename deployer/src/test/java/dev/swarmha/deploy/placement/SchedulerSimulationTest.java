package dev.swarmha.deploy.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.Node;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SchedulerSimulationTest {

  private static final long ANY = Long.MAX_VALUE;

  @Test
  void fillsTheNodesThatHaveFewestTasksOfTheService() {
    assertThat(place(2, of("n1", 3, 3), of("n2", 3, 3), of("n3", 0, 0)))
        .containsExactly(List.of(0, 0, 2));
    assertThat(place(4, of("n1", 2, 2), of("n2", 1, 1), of("n3", 0, 0)))
        .containsExactly(List.of(0, 2, 2));
  }

  @Test
  void takesTheNodeWithFewestTasksInAllWhereTheServiceHasAsManyOnEach() {
    assertThat(place(1, of("n1", 1, 9), of("n2", 1, 4), of("n3", 1, 7)))
        .containsExactly(List.of(0, 1, 0));
  }

  @Test
  void allowsEveryNodeOfThoseThatAreEqual() {
    assertThat(place(1, of("n1", 0, 2), of("n2", 0, 2), of("n3", 0, 3)))
        .containsExactlyInAnyOrder(List.of(1, 0, 0), List.of(0, 1, 0));
  }

  @Test
  void goesRoundOnceAllNodesHaveAsMany() {
    assertThat(place(5, of("n1", 0, 0), of("n2", 0, 5))).containsExactly(List.of(3, 2));
  }

  /** Within the first round nobody looks back at a node that was left. */
  @Test
  void doesNotLookBackBeforeTheRoundIsOver() {
    assertThat(place(4, of("n1", 0, 0), of("n2", 0, 3), of("n3", 2, 9)))
        .containsExactly(List.of(1, 3, 0));
  }

  @Test
  void passesOverNodesWithoutRoom() {
    assertThat(
            place(
                4, with("n1", 1, List.of()), with("n2", 0, List.of()), with("n3", ANY, List.of())))
        .containsExactlyInAnyOrder(List.of(1, 0, 3));
    assertThat(place(3, with("n1", 1, List.of()), with("n2", 1, List.of())))
        .containsExactly(List.of(1, 1));
  }

  @Test
  void sharesOutAmongTheValuesOfAPreferenceFirst() {
    assertThat(
            place(
                4,
                with("n1", ANY, List.of("a")),
                with("n2", ANY, List.of("a")),
                with("n3", ANY, List.of("b"))))
        .containsExactly(List.of(1, 1, 2));
  }

  @Test
  void countsTasksOnNodesThatTakeNoneForTheirBranch() {
    Candidate full = new Candidate(node("n1"), List.of("a"), 0, 3, 3, 0);
    Candidate empty = new Candidate(node("n2"), List.of("a"), ANY, 0, 0, 0);
    Candidate other = new Candidate(node("n3"), List.of("b"), ANY, 1, 1, 0);

    assertThat(place(2, full, empty, other)).containsExactly(List.of(0, 0, 2));
  }

  @Test
  void givesToOtherBranchesWhatOneHasNoRoomFor() {
    assertThat(place(4, with("n1", 1, List.of("a")), with("n2", ANY, List.of("b"))))
        .containsExactly(List.of(1, 3));
  }

  @Test
  void shunsNodesOnWhichTheServiceHasFailedAgainAndAgain() {
    Candidate bad = new Candidate(node("n1"), List.of(), ANY, 0, 0, 5);
    Candidate busy = new Candidate(node("n2"), List.of(), ANY, 2, 9, 4);

    assertThat(place(1, bad, busy)).containsExactly(List.of(0, 1));
  }

  @Test
  void placesNothingWhereNothingFits() {
    assertThat(place(2, with("n1", 0, List.of()))).containsExactly(List.of(0));
  }

  private static List<List<Integer>> place(int tasks, Candidate... candidates) {
    return new ArrayList<>(Outcomes.ofPlacing(List.of(candidates), tasks));
  }

  private static Candidate of(String name, int own, int all) {
    return new Candidate(node(name), List.of(), ANY, own, all, 0);
  }

  private static Candidate with(String name, long room, List<String> branch) {
    return new Candidate(node(name), branch, room, 0, 0, 0);
  }

  private static Node node(String name) {
    return Scene.node(name);
  }
}
