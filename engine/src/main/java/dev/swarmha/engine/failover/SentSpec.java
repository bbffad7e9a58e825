package dev.swarmha.engine.failover;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Scalar;
import dev.swarmha.document.Sequence;
import java.util.List;

/**
 * A spec as it was sent. The Engine stores it with defaults filled in, what is empty left out, and
 * networks by id however they were named (moby {@code daemon/cluster/convert}).
 */
record SentSpec(Mapping spec) {

  private static final DocumentPath NETWORKS = DocumentPath.of("TaskTemplate", "Networks");

  /**
   * What of a network is shown only once a manager has allocated it, which may be after it can be
   * read (moby {@code BasicNetworkFromGRPC}: the driver and its options, and the addresses).
   */
  private static final List<String> ALLOCATED = List.of("Driver", "Options", "IPAM");

  SentSpec {
    requireNonNull(spec, "spec");
  }

  /** Whether a stored spec says everything that this one says, as far as it can be seen yet. */
  boolean isKeptIn(Mapping stored) {
    Mapping visible = isUnallocatedNetwork(stored) ? withoutAllocated() : spec;
    return isKept(new SentSpec(visible).withoutNetworkNames(), stored);
  }

  private static boolean isUnallocatedNetwork(Mapping stored) {
    return stored.text("Driver").filter(String::isEmpty).isPresent();
  }

  private Mapping withoutAllocated() {
    Mapping visible = spec;
    for (String key : ALLOCATED) {
      visible = visible.without(key);
    }
    return visible;
  }

  private Mapping withoutNetworkNames() {
    return spec.at(NETWORKS)
        .flatMap(Document::asSequence)
        .map(networks -> networks.mappings().map(each -> each.without("Target")).toList())
        .map(networks -> spec.withAt(NETWORKS, Sequence.of(networks)))
        .orElse(spec);
  }

  private static boolean isKept(Document sent, Document stored) {
    if (sent instanceof Mapping mapping && stored instanceof Mapping kept) {
      return mapping.keys().stream()
          .allMatch(
              key -> {
                Document value = mapping.get(key).orElseThrow();
                return kept.get(key).map(it -> isKept(value, it)).orElseGet(() -> isEmpty(value));
              });
    }
    if (sent instanceof Sequence items && stored instanceof Sequence kept) {
      return items.isEmpty() || isKept(items, kept);
    }
    return isUnset(sent) || sent.equals(stored) || (isEmpty(sent) && isEmpty(stored));
  }

  private static boolean isKept(Sequence sent, Sequence stored) {
    if (sent.size() != stored.size()) {
      return false;
    }
    for (int i = 0; i < sent.size(); i++) {
      if (!isKept(sent.items().get(i), stored.items().get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Null and the empty text, which leave a choice to the Engine. */
  private static boolean isUnset(Document value) {
    return value.isNull() || value.asText().filter(String::isEmpty).isPresent();
  }

  /** What the Engine may leave out when it stores it. */
  private static boolean isEmpty(Document value) {
    if (value instanceof Mapping mapping) {
      return mapping.entries().values().stream().allMatch(SentSpec::isEmpty);
    }
    if (value instanceof Sequence sequence) {
      return sequence.isEmpty();
    }
    Scalar scalar = (Scalar) value;
    return switch (scalar.kind()) {
      case NULL -> true;
      case TEXT -> isUnset(scalar);
      case BOOLEAN -> !scalar.booleanValue().orElseThrow();
      case INTEGER, DECIMAL -> scalar.decimalValue().orElseThrow().signum() == 0;
    };
  }
}
