package dev.swarmha.lab.parity;

import dev.swarmha.lab.live.LeftOut;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many cases ended how. */
final class Tally {

  private final Map<Verdict.Kind, Integer> counts = new EnumMap<>(Verdict.Kind.class);

  void add(Verdict.Kind kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  int count(Verdict.Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /** The cases that must be identical; those that differ by design are counted beside them. */
  int total() {
    return count(Verdict.Kind.IDENTICAL) + count(Verdict.Kind.DIFFERENT);
  }

  /** The summary, and a line about what was left out if anything was. */
  List<String> lines(LeftOut leftOut) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "parity (requests): %d cases, %d identical, %d differ, %d by design"
            .formatted(
                total(),
                count(Verdict.Kind.IDENTICAL),
                count(Verdict.Kind.DIFFERENT),
                count(Verdict.Kind.BY_DESIGN)));
    lines.addAll(leftOut.lines("requests"));
    return lines;
  }
}
