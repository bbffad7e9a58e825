package dev.swarmha.stack.extend;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.extend.Definitions.Definition;
import dev.swarmha.stack.layer.Layer;
import dev.swarmha.stack.layer.Project;
import dev.swarmha.stack.merge.Merger;
import java.util.Optional;

/**
 * Lays services over those that they extend, after compose-go's {@code loader/extends.go}: by the
 * rules by which files are merged, and before they are. What an extended service refers to
 * (networks, other services) is not brought along, and must be there.
 */
public final class ServiceExtender {

  private static final String SERVICES = "services";

  private final OtherFiles others;
  private final Merger merger;
  private final Diagnostics problems;

  public ServiceExtender(OtherFiles others, Merger merger, Diagnostics problems) {
    this.others = others;
    this.merger = merger;
    this.problems = problems;
  }

  /** A layer of a file in which no service extends another any more. */
  public Layer extend(String file, Layer layer, Project project) {
    Mapping services = layer.root().mapping(SERVICES);
    if (services.entries().values().stream().noneMatch(one -> one.at("extends").isPresent())) {
      return layer;
    }
    Definitions here =
        new Definitions(file, project, services.keys(), name -> definition(layer, name));
    ServiceChains chains = new ServiceChains(others, merger, problems);
    Mapping extended =
        services.map(
            (name, service) ->
                definition(layer, name)
                    .<Document>map(own -> chains.whole(here, name, own))
                    .orElse(service));
    return layer.withRoot(layer.root().with(SERVICES, extended));
  }

  private static Optional<Definition> definition(Layer layer, String name) {
    return layer
        .root()
        .mapping(SERVICES)
        .get(name)
        .flatMap(Document::asMapping)
        .map(service -> Definition.of(name, service, layer.replaced()));
  }
}
