package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import java.util.Map;
import java.util.Optional;

/**
 * {@code network_mode: host} and {@code bridge} as networks: each Engine has one of that name, to
 * which services can be attached like to any external one.
 */
final class EngineNetworks {

  private static final String MODE = "network_mode";
  private static final String NETWORKS = "networks";
  private static final String SERVICES = "services";
  private static final String DEFAULT = "default";

  private final Diagnostics problems;

  EngineNetworks(Diagnostics problems) {
    this.problems = problems;
  }

  /** A file in which services have networks alone, and those of the Engine are declared. */
  Mapping apply(Mapping file) {
    Mapping changed = file;
    for (Map.Entry<String, Document> entry : file.mapping(SERVICES).entries().entrySet()) {
      Mapping service = entry.getValue().asMapping().orElse(Mapping.empty());
      if (service.has(MODE)) {
        changed = changed(changed, entry.getKey(), service);
      }
    }
    return changed;
  }

  private Mapping changed(Mapping file, String name, Mapping service) {
    Optional<Document> mode = service.get(MODE).filter(value -> !value.toString().equals(DEFAULT));
    Mapping without = service.without(MODE);
    if (mode.isEmpty()) {
      return withService(file, name, without);
    }
    Mapping networks = file.mapping(NETWORKS);
    String network = mode.get().toString();
    boolean another = networks.has(network) && !networks.mapping(network).has("external");
    if (service.has(NETWORKS) || another) {
      String message =
          another
              ? "the file has a network of its own with that name"
              : "\"network_mode\" and \"networks\" exclude each other";
      DocumentPath path = DocumentPath.of(SERVICES, name, MODE);
      problems.add(Diagnostic.error("conflict", service.keyOrigin(MODE), path, message));
      return withService(file, name, without);
    }
    Mapping attached = without.with(NETWORKS, network(mode.get(), service.keyOrigin(MODE)));
    return declare(withService(file, name, attached), mode.get());
  }

  private static Mapping withService(Mapping file, String name, Mapping service) {
    return file.with(SERVICES, file.mapping(SERVICES).with(name, service));
  }

  private static Mapping network(Document mode, Origin place) {
    return Mapping.builder()
        .put(mode.toString(), mode.origin(), Document.nothing().withOrigin(mode.origin()))
        .build(place);
  }

  private static Mapping declare(Mapping file, Document mode) {
    Mapping external =
        Mapping.builder().put("external", true).put("name", mode).build(mode.origin());
    return file.with(NETWORKS, file.mapping(NETWORKS).with(mode.toString(), external));
  }
}
