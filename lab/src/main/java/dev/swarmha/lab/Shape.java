package dev.swarmha.lab;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How many Engines there are, and whether they form a swarm. */
record Shape(int managers, int workers, boolean bare) {

  static Shape of(Lab lab) {
    return new Shape(lab.managers(), lab.workers(), lab.bare());
  }

  /** The names that {@code lab/swarm up} gives to the nodes. */
  List<String> nodes() {
    return bare
        ? numbered("n", managers + workers).toList()
        : Stream.concat(numbered("m", managers), numbered("w", workers)).toList();
  }

  /** What {@code lab/swarm} is told to raise it, or to bring it back to full strength. */
  List<String> up() {
    return List.of(
        "up",
        "--managers",
        String.valueOf(managers),
        "--workers",
        String.valueOf(workers),
        bare ? "--bare" : "--joined");
  }

  private static Stream<String> numbered(String letter, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> letter + number);
  }

  @Override
  public String toString() {
    return bare ? (managers + workers) + "n" : managers + "m" + workers + "w";
  }
}
