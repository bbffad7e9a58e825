package dev.swarmha.lab.parity;

import java.util.List;

/**
 * What came of a case.
 *
 * @param differences what differs and should not, or the reverse
 */
record Verdict(Kind kind, List<String> differences) {

  /** How a case counts. */
  enum Kind {
    IDENTICAL,
    DIFFERENT,
    BY_DESIGN,
    LEFT_OUT
  }

  static final Verdict LEFT_OUT = new Verdict(Kind.LEFT_OUT, List.of());
  static final Verdict BY_DESIGN = new Verdict(Kind.BY_DESIGN, List.of());

  Verdict {
    differences = List.copyOf(differences);
  }

  /** The verdict on a case that should show no difference. */
  static Verdict of(List<String> differences) {
    return new Verdict(differences.isEmpty() ? Kind.IDENTICAL : Kind.DIFFERENT, differences);
  }
}
