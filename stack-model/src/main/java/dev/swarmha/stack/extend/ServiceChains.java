package dev.swarmha.stack.extend;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.extend.Definitions.Definition;
import dev.swarmha.stack.layer.Project;
import dev.swarmha.stack.merge.Merger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the services of one layer to those that they extend, and on to those that these extend.
 * What is found is kept, since many services may extend the same one.
 */
final class ServiceChains {

  private static final String RULE = "extends";
  private static final String SERVICES = "services";
  private static final int MOST_LINKS = 100;

  /**
   * A service laid over what it extends.
   *
   * @param links how many services it extends in a row
   * @param complete whether all of them were found
   */
  private record Whole(Mapping service, int links, boolean complete) {
    Whole {
      requireNonNull(service, "service");
    }
  }

  /** What a service extends. */
  private record Base(Definitions file, String name, Definition definition) {
    Base {
      requireNonNull(file, "file");
      requireNonNull(name, "name");
      requireNonNull(definition, "definition");
    }
  }

  /** How a file is named in another. */
  private record FileName(Path directory, String written) {
    FileName {
      requireNonNull(directory, "directory");
      requireNonNull(written, "written");
    }
  }

  private final OtherFiles others;
  private final Merger merger;
  private final Diagnostics problems;
  private final IdentityHashMap<Definitions, Map<String, Whole>> known = new IdentityHashMap<>();
  private final Map<FileName, Definitions> opened = new HashMap<>();

  ServiceChains(OtherFiles others, Merger merger, Diagnostics problems) {
    this.others = others;
    this.merger = merger;
    this.problems = problems;
  }

  /** A service that extends nothing any more. */
  Mapping whole(Definitions here, String name, Definition own) {
    return whole(here, name, own, List.of()).service();
  }

  private Whole whole(Definitions here, String name, Definition own, List<String> before) {
    Map<String, Whole> ofFile = known.computeIfAbsent(here, any -> new HashMap<>());
    if (!own.service().has(RULE) || ofFile.containsKey(name)) {
      return ofFile.getOrDefault(name, new Whole(own.service(), 0, true));
    }
    Mapping reference = own.service().mapping(RULE);
    List<String> chain = new ArrayList<>(before);
    chain.add(id(here, name));
    DocumentPath path = DocumentPath.of(SERVICES, name, RULE);
    Definition bare = new Definition(own.service().without(RULE), own.replaced());
    Optional<Whole> whole =
        base(here, reference, path)
            .filter(base -> mayFollow(base, chain, reference, path))
            .map(base -> laidOver(name, bare, base, chain))
            .filter(all -> isShort(all.links(), reference, path));
    whole.filter(Whole::complete).ifPresent(all -> ofFile.put(name, all));
    return whole.orElse(new Whole(bare.service(), 0, false));
  }

  private Whole laidOver(String name, Definition own, Base base, List<String> chain) {
    Whole under = whole(base.file(), base.name(), base.definition(), chain);
    Mapping both =
        merger
            .merge(file(name, under.service()), file(name, own.service()), own.replaced())
            .mapping(SERVICES)
            .mapping(name)
            .withOrigin(own.service().origin());
    return new Whole(both, under.links() + 1, under.complete());
  }

  private Optional<Base> base(Definitions here, Mapping reference, DocumentPath path) {
    Optional<Document> file = reference.get("file");
    Optional<Definitions> there =
        file.isPresent() ? open(here.project(), file.get(), path) : Optional.of(here);
    String wanted = reference.text("service").orElse("");
    return there
        .filter(found -> isThere(found, wanted, reference, path))
        .flatMap(found -> found.find().apply(wanted).map(one -> new Base(found, wanted, one)));
  }

  private Optional<Definitions> open(Project from, Document written, DocumentPath path) {
    FileName name = new FileName(from.directory(), written.toString());
    Optional<Definitions> file =
        Optional.ofNullable(opened.get(name))
            .or(() -> others.read(from, written, path.child("file")));
    file.ifPresent(found -> opened.put(name, found));
    return file;
  }

  private boolean isThere(Definitions there, String name, Mapping reference, DocumentPath path) {
    if (there.names().contains(name)) {
      return true;
    }
    String message = "there is no service \"" + name + "\" in " + there.file();
    Diagnostic error = Diagnostic.error(RULE, place(reference), path, message);
    String others = String.join(", ", there.names());
    problems.add(others.isEmpty() ? error : error.withHint("it has " + others));
    return false;
  }

  private boolean mayFollow(Base base, List<String> chain, Mapping reference, DocumentPath path) {
    String id = id(base.file(), base.name());
    if (chain.contains(id)) {
      String way = String.join(" extends ", chain) + " extends " + id;
      String message = "the services extend each other: " + way;
      problems.add(Diagnostic.error(RULE, place(reference), path, message));
      return false;
    }
    return isShort(chain.size(), reference, path);
  }

  private boolean isShort(int links, Mapping reference, DocumentPath path) {
    if (links > MOST_LINKS) {
      String message = "more than " + MOST_LINKS + " services extend each other in a row";
      problems.add(Diagnostic.error(RULE, place(reference), path, message));
    }
    return links <= MOST_LINKS;
  }

  private static Origin place(Mapping reference) {
    return reference.get("service").orElse(reference).origin();
  }

  private static Mapping file(String name, Mapping service) {
    return Mapping.of(SERVICES, Mapping.of(name, service)).withOrigin(service.origin());
  }

  private static String id(Definitions definitions, String service) {
    return definitions.file() + ":" + service;
  }
}
