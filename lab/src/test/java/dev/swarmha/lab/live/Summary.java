package dev.swarmha.lab.live;

import dev.swarmha.lab.SummaryLine;
import java.util.ArrayList;
import java.util.List;

/** How many cases were identical, for people who look at the output of the build. */
final class Summary {

  private final String kind;
  private final String cases;
  private final List<String> problems = new ArrayList<>();
  private int count;
  private int differ;

  /** A summary that says {@code parity (KIND): N CASES, …}. */
  Summary(String kind, String cases) {
    this.kind = kind;
    this.cases = cases;
  }

  void add(String name, List<String> problemsOfCase) {
    count++;
    if (!problemsOfCase.isEmpty()) {
      differ++;
      problemsOfCase.forEach(problem -> problems.add(name + ": " + problem));
    }
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  @Override
  public String toString() {
    int identical = count - differ;
    return "parity ("
        + kind
        + "): "
        + count
        + " "
        + cases
        + ", "
        + identical
        + " identical, "
        + differ
        + " differ";
  }

  /** On a line of its own, and what was left out on others. */
  void print(LeftOut leftOut) {
    SummaryLine.print(toString());
    leftOut.lines(kind).forEach(SummaryLine::print);
  }
}
