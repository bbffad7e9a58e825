package dev.swarmha.lab.parity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many cases ended how. */
final class Tally {

  private final Map<Verdict.Kind, List<String>> names = new EnumMap<>(Verdict.Kind.class);

  void add(ParityCase subject, Verdict.Kind kind) {
    names.computeIfAbsent(kind, key -> new ArrayList<>()).add(subject.name());
  }

  int count(Verdict.Kind kind) {
    return names.getOrDefault(kind, List.of()).size();
  }

  /** The cases that must be identical; those that differ by design are counted beside them. */
  int total() {
    return count(Verdict.Kind.IDENTICAL) + count(Verdict.Kind.DIFFERENT);
  }

  /** The summary, and a line about what was left out if anything was. */
  List<String> lines(DockerVersion docker) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "parity (requests): %d cases, %d identical, %d differ, %d by design"
            .formatted(
                total(),
                count(Verdict.Kind.IDENTICAL),
                count(Verdict.Kind.DIFFERENT),
                count(Verdict.Kind.BY_DESIGN)));
    List<String> left = names.getOrDefault(Verdict.Kind.LEFT_OUT, List.of());
    if (!left.isEmpty()) {
      lines.add(
          "parity (requests): %d left out, too new for docker %s: %s"
              .formatted(left.size(), docker, String.join(", ", left)));
    }
    return lines;
  }
}
