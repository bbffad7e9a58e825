package dev.swarmha.stack.extend;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.layer.Layer;
import dev.swarmha.stack.layer.Project;
import dev.swarmha.stack.merge.Merger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays services over those that they extend, after compose-go's {@code loader/extends.go}: by the
 * rules by which files are merged, and before they are. What an extended service refers to
 * (networks, other services) is not brought along, and must be there.
 */
public final class ServiceExtender {

  private static final String RULE = "extends";
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
    if (services.entries().values().stream().noneMatch(one -> one.at(RULE).isPresent())) {
      return layer;
    }
    Definitions here =
        new Definitions(
            file,
            project,
            services.keys(),
            name -> services.get(name).flatMap(Document::asMapping));
    Mapping extended =
        services.map(
            (name, service) ->
                service
                    .asMapping()
                    .<Document>map(
                        one -> extended(here, name, one, layer.replaced(), List.of(id(here, name))))
                    .orElse(service));
    return layer.withRoot(layer.root().with(SERVICES, extended));
  }

  private Mapping extended(
      Definitions here,
      String name,
      Mapping service,
      List<DocumentPath> replaced,
      List<String> chain) {
    if (!service.has(RULE)) {
      return service;
    }
    Mapping own = service.without(RULE);
    Mapping reference = service.mapping(RULE);
    DocumentPath path = DocumentPath.of(SERVICES, name, RULE);
    Optional<Document> file = reference.get("file");
    Optional<Definitions> there =
        file.isPresent()
            ? others.read(here.project(), file.get(), path.child("file"))
            : Optional.of(here);
    String wanted = reference.text("service").orElse("");
    Optional<Mapping> found =
        there.flatMap(definitions -> find(definitions, wanted, reference, path, chain));
    if (found.isEmpty()) {
      return own;
    }
    List<String> longer = new ArrayList<>(chain);
    longer.add(id(there.orElseThrow(), wanted));
    Mapping base = extended(there.orElseThrow(), wanted, found.get(), List.of(), longer);
    return laidOver(name, base, own, replaced);
  }

  private Optional<Mapping> find(
      Definitions there, String name, Mapping reference, DocumentPath path, List<String> chain) {
    Document place = reference.get("service").orElse(reference);
    if (chain.contains(id(there, name))) {
      String way = String.join(" extends ", chain) + " extends " + id(there, name);
      problems.add(
          Diagnostic.error(RULE, place.origin(), path, "the services extend each other: " + way));
      return Optional.empty();
    }
    if (!there.names().contains(name)) {
      String message = "there is no service \"" + name + "\" in " + there.file();
      problems.add(
          Diagnostic.error(RULE, place.origin(), path, message)
              .withHint("it has " + String.join(", ", there.names())));
      return Optional.empty();
    }
    return there.find().apply(name);
  }

  private Mapping laidOver(String name, Mapping base, Mapping own, List<DocumentPath> replaced) {
    List<DocumentPath> inside =
        replaced.stream()
            .filter(one -> one.startsWith(DocumentPath.of(SERVICES, name)))
            .filter(one -> one.steps().size() > 2)
            .toList();
    return merger.merge(file(name, base), file(name, own), inside).mapping(SERVICES).mapping(name);
  }

  private static Mapping file(String name, Mapping service) {
    return Mapping.of(SERVICES, Mapping.of(name, service)).withOrigin(service.origin());
  }

  private static String id(Definitions definitions, String service) {
    return definitions.file() + ":" + service;
  }
}
