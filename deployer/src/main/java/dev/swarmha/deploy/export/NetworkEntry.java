package dev.swarmha.deploy.export;

import dev.swarmha.deploy.words.SpecWords;
import dev.swarmha.deploy.words.Worded;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.Selector;
import java.util.Optional;

/** The entry of a network in a file. */
final class NetworkEntry {

  private static final DocumentPath POOLS = DocumentPath.of("IPAM", "Config");

  private NetworkEntry() {}

  /** A network's spec in the words of a file, but for its name, and what they cannot say. */
  static Worded of(Mapping spec) {
    Mapping asked =
        spec.at(POOLS)
            .flatMap(Document::asSequence)
            .map(pools -> spec.withAt(POOLS, withoutUsualGateways(pools)))
            .orElse(spec);
    Worded worded = SpecWords.network(asked);
    Mapping labels = worded.said().mapping("labels").without(Selector.STACK_LABEL);
    Mapping entry = worded.said().without("name").without("labels");
    return new Worded(labels.isEmpty() ? entry : entry.with("labels", labels), worded.unsaid());
  }

  /** Where nobody asks for another, the managers give a network the first address of its pool. */
  private static Sequence withoutUsualGateways(Sequence pools) {
    return Sequence.of(pools.mappings().map(NetworkEntry::withoutUsualGateway).toList());
  }

  private static Mapping withoutUsualGateway(Mapping pool) {
    Optional<String> usual =
        pool.text("Subnet")
            .filter(subnet -> pool.text("IPRange").orElse("").isEmpty())
            .flatMap(Subnet::firstAddress);
    boolean isUsual = usual.isPresent() && pool.text("Gateway").equals(usual);
    return isUsual ? pool.without("Gateway") : pool;
  }
}
