package dev.swarmha.deploy.placement;

import dev.swarmha.engine.Amounts;
import java.util.ArrayList;
import java.util.List;

/** What a node lacks for a task, in words with the figures. */
final class Shortage {

  private Shortage() {}

  static List<String> words(Amounts needed, Amounts free, Amounts capacity) {
    List<String> words = new ArrayList<>();
    if (needed.nanoCpus() > free.nanoCpus()) {
      words.add(
          "needs "
              + AmountText.cpusNeeded(needed.nanoCpus())
              + " CPUs, "
              + left(
                  AmountText.cpusThere(free.nanoCpus()),
                  AmountText.cpusThere(capacity.nanoCpus())));
    }
    if (needed.memoryBytes() > free.memoryBytes()) {
      words.add(
          "needs "
              + AmountText.memoryNeeded(needed.memoryBytes())
              + " of memory, "
              + left(
                  AmountText.memoryThere(free.memoryBytes()),
                  AmountText.memoryThere(capacity.memoryBytes())));
    }
    needed.generic().forEach((kind, amount) -> words.addAll(generic(kind, amount, free, capacity)));
    return words;
  }

  private static List<String> generic(String kind, long needed, Amounts free, Amounts capacity) {
    Long there = capacity.generic().get(kind);
    if (there == null) {
      return List.of("has no " + kind);
    }
    long rest = free.generic().getOrDefault(kind, 0L);
    return needed <= rest
        ? List.of()
        : List.of("needs " + needed + " " + kind + ", " + left("" + rest, "" + there));
  }

  private static String left(String free, String capacity) {
    return free + " of " + capacity + " is left";
  }
}
