package dev.swarmha.stack.merge;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.PathTable;
import dev.swarmha.document.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of compose-go's {@code override} package for files in their long form. Mappings are
 * merged, later scalars count unless they are null, lists are appended, and {@link UniqueItems}
 * afterwards drops what was replaced.
 */
final class ComposeMergeRules {

  private static final String SERVICE = "services.*.";
  private static final MergeRule OVERRIDE = (path, base, override) -> override;

  private static final PathTable<MergeRule> TABLE = rows();

  private ComposeMergeRules() {}

  static PathTable<MergeRule> table() {
    return TABLE;
  }

  private static PathTable<MergeRule> rows() {
    return PathTable.<MergeRule>builder()
        .row(SERVICE + "command", OVERRIDE)
        .row(SERVICE + "entrypoint", OVERRIDE)
        .row(SERVICE + "healthcheck.test", OVERRIDE)
        .row(SERVICE + "environment.*", OVERRIDE)
        .row(SERVICE + "ulimits.*", OVERRIDE)
        .row(SERVICE + "extends", OVERRIDE)
        .row(SERVICE + "logging", ComposeMergeRules::logging)
        .row("networks.*.ipam.config", ComposeMergeRules::pools)
        .build();
  }

  /** Two log configurations are one only if they are for the same driver. */
  private static Document logging(DocumentPath path, Document base, Document override) {
    Mapping earlier = base.asMapping().orElse(Mapping.empty());
    Mapping later = override.asMapping().orElse(Mapping.empty());
    Optional<Document> driver = later.get("driver");
    boolean same =
        driver.isEmpty() || !earlier.has("driver") || driver.equals(earlier.get("driver"));
    if (!same) {
      return override;
    }
    Mapping options =
        Mapping.builder()
            .putAll(earlier.mapping("options"))
            .putAll(later.mapping("options"))
            .build();
    Mapping both = Mapping.builder().putAll(earlier).putAll(later).build(base.origin());
    return options.isEmpty() ? both : both.with("options", options);
  }

  /** Address pools are known by their subnets. */
  private static Document pools(DocumentPath path, Document base, Document override) {
    Map<Document, Mapping> pools = new LinkedHashMap<>();
    for (Document list : new Document[] {base, override}) {
      list.asSequence()
          .orElseGet(Sequence::of)
          .mappings()
          .forEach(
              pool ->
                  pools.merge(
                      pool.get("subnet").orElse(Document.nothing()),
                      pool,
                      (earlier, later) ->
                          Mapping.builder().putAll(earlier).putAll(later).build(later.origin())));
    }
    return new Sequence(List.copyOf(pools.values()), base.origin());
  }
}
