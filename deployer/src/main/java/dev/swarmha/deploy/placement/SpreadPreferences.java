package dev.swarmha.deploy.placement;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The labels over whose values a service is spread, the most important first. Only labels of nodes
 * and of their Engines count, anything else is passed over; a node without the label is in the
 * branch of the empty value (swarmkit {@code manager/scheduler/nodeset.go}).
 */
public record SpreadPreferences(List<String> descriptors) {

  private static final String NODE_LABEL = "node.labels.";
  private static final String ENGINE_LABEL = "engine.labels.";

  public SpreadPreferences {
    descriptors = List.copyOf(descriptors);
  }

  /** Those of a service. */
  public static SpreadPreferences of(Mapping spec) {
    return new SpreadPreferences(
        spec.mapping("TaskTemplate")
            .mapping("Placement")
            .sequence("Preferences")
            .mappings()
            .flatMap(preference -> spread(preference).stream())
            .filter(SpreadPreferences::isKnown)
            .toList());
  }

  private static Optional<String> spread(Mapping preference) {
    return preference.at("Spread", "SpreadDescriptor").flatMap(Document::asText);
  }

  private static boolean isKnown(String descriptor) {
    return isLabel(descriptor, NODE_LABEL) || isLabel(descriptor, ENGINE_LABEL);
  }

  private static boolean isLabel(String descriptor, String prefix) {
    return descriptor.length() > prefix.length()
        && descriptor.toLowerCase(Locale.ROOT).startsWith(prefix);
  }

  /** Where a node belongs. */
  public List<String> branchOf(Node node) {
    return descriptors.stream().map(descriptor -> value(descriptor, node)).toList();
  }

  private static String value(String descriptor, Node node) {
    return isLabel(descriptor, NODE_LABEL)
        ? node.labels().getOrDefault(descriptor.substring(NODE_LABEL.length()), "")
        : node.description()
            .engineLabels()
            .getOrDefault(descriptor.substring(ENGINE_LABEL.length()), "");
  }
}
