package dev.swarmha.stack.merge;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.PathTable;
import dev.swarmha.document.Scalar;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.value.ByteSize;
import dev.swarmha.stack.value.GoDuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What comes of two documents, by path. Those of the stack dialect are the rules of docker/cli's
 * {@code compose/loader/merge.go}.
 */
final class MergeRules {

  private static final String SERVICE = "services.*.";
  private static final String DEPLOY = SERVICE + "deploy.";

  private static final MergeRule OVERRIDE = (path, base, override) -> override;
  private static final MergeRule LATER_UNLESS_EMPTY =
      (path, base, override) -> isEmpty(override) ? base : override;

  /** Pointers in docker's model: 0 counts as a value. */
  private static final List<String> OVERRIDDEN =
      List.of(
          DEPLOY + "replicas",
          DEPLOY + "update_config.parallelism",
          DEPLOY + "rollback_config.parallelism",
          DEPLOY + "restart_policy.max_attempts",
          SERVICE + "healthcheck.retries",
          SERVICE + "labels.*",
          SERVICE + "sysctls.*",
          SERVICE + "ulimits.*",
          DEPLOY + "labels.*",
          "networks.*",
          "volumes.*",
          "secrets.*",
          "configs.*");

  private static final List<String> DURATIONS =
      List.of(
          SERVICE + "stop_grace_period",
          SERVICE + "healthcheck.interval",
          SERVICE + "healthcheck.timeout",
          SERVICE + "healthcheck.start_period",
          SERVICE + "healthcheck.start_interval",
          DEPLOY + "update_config.delay",
          DEPLOY + "update_config.monitor",
          DEPLOY + "rollback_config.delay",
          DEPLOY + "rollback_config.monitor",
          DEPLOY + "restart_policy.delay",
          DEPLOY + "restart_policy.window");

  private MergeRules() {}

  static PathTable<MergeRule> table(Dialect dialect, Diagnostics problems) {
    return dialect == Dialect.COMPOSE ? ComposeMergeRules.table() : stack(problems);
  }

  private static PathTable<MergeRule> stack(Diagnostics problems) {
    PathTable.Builder<MergeRule> table = PathTable.builder();
    OVERRIDDEN.forEach(path -> table.row(path, OVERRIDE));
    DURATIONS.forEach(path -> table.row(path, unless(text -> GoDuration.parse(text).isZero())));
    Document none = Document.text("");
    table
        .row(DEPLOY + "resources.limits.memory", unless(text -> ByteSize.parse(text).bytes() == 0))
        .row(
            DEPLOY + "resources.reservations.memory",
            unless(text -> ByteSize.parse(text).bytes() == 0))
        .row(SERVICE + "command", LATER_UNLESS_EMPTY)
        .row(SERVICE + "entrypoint", LATER_UNLESS_EMPTY)
        .row(SERVICE + "logging", (path, base, override) -> logging(base, override))
        .row(SERVICE + "networks.*", (path, base, override) -> network(base, override))
        .row(SERVICE + "ports", new KeyedList("published", Document.number(0), problems))
        .row(SERVICE + "volumes", new KeyedList("target", none, problems))
        .row(SERVICE + "secrets", new KeyedList("source", none, problems))
        .row(SERVICE + "configs", new KeyedList("source", none, problems));
    return table.build();
  }

  /** What happens where the table has no row and the documents are not two mappings. */
  static Document byDefault(Dialect dialect, Document base, Document override) {
    Optional<Sequence> first = base.asSequence();
    Optional<Sequence> second = override.asSequence();
    if (first.isEmpty() || second.isEmpty()) {
      boolean nothing = dialect == Dialect.STACK ? isEmpty(override) : override.isNull();
      return nothing ? base : override;
    }
    List<Document> items = new ArrayList<>(first.get().items());
    items.addAll(second.get().items());
    return new Sequence(items, base.origin());
  }

  /** Two log configurations are one only if they are for the same driver. */
  private static Document logging(Document base, Document override) {
    Mapping earlier = base.asMapping().orElse(Mapping.empty());
    Mapping later = override.asMapping().orElse(Mapping.empty());
    Optional<Document> driver = later.get("driver").filter(one -> !isEmpty(one));
    if (driver.isPresent()
        && earlier.get("driver").filter(one -> !one.equals(driver.get())).isPresent()) {
      return override;
    }
    Mapping.Builder merged = Mapping.builder().putAll(earlier);
    merged.putIfPresent("driver", driver);
    Mapping options =
        Mapping.builder()
            .putAll(earlier.mapping("options"))
            .putAll(later.mapping("options"))
            .build();
    return merged.put("options", options).build(base.origin());
  }

  private static Document network(Document base, Document override) {
    Optional<Mapping> later = override.asMapping();
    if (later.isEmpty()) {
      return base;
    }
    Mapping earlier = base.asMapping().orElse(Mapping.empty());
    Mapping.Builder merged = Mapping.builder();
    merged.putIfPresent("aliases", later.get().get("aliases"));
    merged.putIfPresent("driver_opts", earlier.get("driver_opts"));
    return merged.build(override.origin());
  }

  private static MergeRule unless(Predicate<String> zero) {
    return (path, base, override) ->
        override.asText().filter(zero.negate()).isPresent() ? override : base;
  }

  /** Docker's library cannot tell "not given" from false, 0 and the empty text. */
  private static boolean isEmpty(Document document) {
    if (document instanceof Sequence list) {
      return list.isEmpty();
    }
    if (document instanceof Mapping mapping) {
      return mapping.isEmpty();
    }
    Scalar scalar = (Scalar) document;
    return switch (scalar.kind()) {
      case NULL -> true;
      case TEXT -> scalar.textValue().orElse("").isEmpty();
      case BOOLEAN -> !scalar.booleanValue().orElse(false);
      case INTEGER, DECIMAL -> scalar.decimalValue().orElseThrow().signum() == 0;
    };
  }
}
