package dev.swarmha.deploy.export;

import dev.swarmha.deploy.words.SpecWords;
import dev.swarmha.deploy.words.Worded;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.Selector;
import java.util.Map;

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
    String subnet = pool.text("Subnet").orElse("");
    return pool.text("Gateway").filter(firstOf(subnet)::equals).isPresent()
        ? pool.without("Gateway")
        : pool;
  }

  /** {@code 10.0.1.1} of {@code 10.0.1.0/24}; no address where the pool does not end so. */
  private static String firstOf(String subnet) {
    Map<String, String> firsts = Map.of(".0", ".1", "::", "::1");
    String address = subnet.replaceFirst("/.*", "");
    return firsts.entrySet().stream()
        .filter(each -> address.endsWith(each.getKey()))
        .map(
            each ->
                address.substring(0, address.length() - each.getKey().length()) + each.getValue())
        .findFirst()
        .orElse("");
  }
}
