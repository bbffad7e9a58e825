package dev.swarmha.engine;

import dev.swarmha.document.Mapping;
import java.util.Map;
import java.util.TreeMap;

/**
 * Resources of a node, or those that a task reserves there.
 *
 * @param nanoCpus processors, in billionths of one
 * @param memoryBytes memory, in bytes
 * @param generic how many there are of each kind that the node's Engine was told to offer, such as
 *     {@code gpu}
 */
public record Amounts(long nanoCpus, long memoryBytes, Map<String, Long> generic) {

  /** Nothing at all. */
  public static final Amounts NONE = new Amounts(0, 0);

  public Amounts {
    generic = new TreeMap<>(generic);
  }

  /** Processors and memory only. */
  public Amounts(long nanoCpus, long memoryBytes) {
    this(nanoCpus, memoryBytes, Map.of());
  }

  /**
   * Reads what a node has, or what a spec reserves; the Engine writes both alike. A kind whose
   * pieces have names has as many as there are names.
   */
  public static Amounts read(Mapping resources) {
    Map<String, Long> generic = new TreeMap<>();
    resources
        .sequence("GenericResources")
        .mappings()
        .forEach(
            each -> {
              Mapping counted = each.mapping("DiscreteResourceSpec");
              each.mapping("NamedResourceSpec")
                  .text("Kind")
                  .ifPresent(kind -> generic.merge(kind, 1L, Long::sum));
              counted
                  .text("Kind")
                  .ifPresent(
                      kind -> generic.merge(kind, counted.number("Value").orElse(0L), Long::sum));
            });
    return new Amounts(
        resources.number("NanoCPUs").orElse(0L),
        resources.number("MemoryBytes").orElse(0L),
        generic);
  }

  public boolean isNone() {
    return nanoCpus == 0 && memoryBytes == 0 && generic.isEmpty();
  }

  /** Whether there is as much of everything, and of each kind that is asked for some at all. */
  public boolean fitsInto(Amounts free) {
    return nanoCpus <= free.nanoCpus
        && memoryBytes <= free.memoryBytes
        && generic.entrySet().stream()
            .allMatch(each -> each.getValue() <= free.generic.getOrDefault(each.getKey(), -1L));
  }

  /** What is left; below zero where more is taken than there is. */
  public Amounts minus(Amounts other) {
    Map<String, Long> left = new TreeMap<>(generic);
    other.generic.forEach((kind, amount) -> left.merge(kind, -amount, Long::sum));
    return new Amounts(nanoCpus - other.nanoCpus, memoryBytes - other.memoryBytes, left);
  }
}
