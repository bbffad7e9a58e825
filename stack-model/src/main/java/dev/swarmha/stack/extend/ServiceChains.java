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
import java.util.Collections;
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

  /** A service in its file. */
  private record Link(Definitions file, String name, Definition definition) {
    Link {
      requireNonNull(file, "file");
      requireNonNull(name, "name");
      requireNonNull(definition, "definition");
    }

    Mapping reference() {
      return definition.service().mapping(RULE);
    }

    /** The service without what it extends. */
    Mapping own() {
      return definition.service().without(RULE);
    }

    DocumentPath path() {
      return DocumentPath.of(SERVICES, name, RULE);
    }

    /** Where the service that it extends is named. */
    Origin place() {
      return reference().get("service").orElse(reference()).origin();
    }

    @Override
    public String toString() {
      return file.file() + ":" + name;
    }
  }

  /**
   * A service laid over what it extends.
   *
   * @param links how many services it extends in a row
   */
  private record Whole(Mapping service, int links) {
    Whole {
      requireNonNull(service, "service");
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
  private final List<Link> way = new ArrayList<>();

  ServiceChains(OtherFiles others, Merger merger, Diagnostics problems) {
    this.others = others;
    this.merger = merger;
    this.problems = problems;
  }

  /** A service that extends nothing any more. */
  Mapping whole(Definitions here, String name, Definition own) {
    return whole(new Link(here, name, own)).service();
  }

  private Whole whole(Link link) {
    Map<String, Whole> ofFile = known.computeIfAbsent(link.file(), any -> new HashMap<>());
    if (!link.definition().service().has(RULE) || ofFile.containsKey(link.name())) {
      return ofFile.getOrDefault(link.name(), new Whole(link.definition().service(), 0));
    }
    way.add(link);
    Whole whole =
        base(link)
            .filter(base -> !closesCircle(base) && isShort(way.size(), link))
            .map(base -> laidOver(link, base))
            .filter(all -> isShort(all.links(), link))
            .orElse(new Whole(link.own(), 0));
    way.remove(way.size() - 1);
    ofFile.put(link.name(), whole);
    return whole;
  }

  private Whole laidOver(Link link, Link base) {
    Whole under = whole(base);
    Mapping both =
        merger
            .merge(
                file(link.name(), under.service()),
                file(link.name(), link.own()),
                link.definition().replaced())
            .mapping(SERVICES)
            .mapping(link.name())
            .withOrigin(link.own().origin());
    return new Whole(both, under.links() + 1);
  }

  private Optional<Link> base(Link link) {
    Optional<Document> written = link.reference().get("file");
    Optional<Definitions> there =
        written.isPresent()
            ? open(link.file().project(), written.get(), link.path().child("file"))
            : Optional.of(link.file());
    String wanted = link.reference().text("service").orElse("");
    return there
        .filter(file -> isThere(file, wanted, link))
        .flatMap(file -> file.find().apply(wanted).map(found -> new Link(file, wanted, found)));
  }

  private Optional<Definitions> open(Project from, Document written, DocumentPath path) {
    FileName name = new FileName(from.directory(), written.toString());
    Optional<Definitions> file =
        Optional.ofNullable(opened.get(name)).or(() -> others.read(from, written, path));
    file.ifPresent(found -> opened.put(name, found));
    return file;
  }

  private boolean isThere(Definitions there, String name, Link link) {
    if (there.names().contains(name)) {
      return true;
    }
    String message = "there is no service \"" + name + "\" in " + there.file();
    Diagnostic error = Diagnostic.error(RULE, link.place(), link.path(), message);
    String names = String.join(", ", there.names());
    problems.add(names.isEmpty() ? error : error.withHint("it has " + names));
    return false;
  }

  /** Tells each service of a circle that the next one closes; what leads into it is not in it. */
  private boolean closesCircle(Link next) {
    List<String> names = way.stream().map(Link::toString).toList();
    int first = names.indexOf(next.toString());
    if (first < 0) {
      return false;
    }
    List<Link> circle = way.subList(first, way.size());
    List<String> turn = new ArrayList<>(names.subList(first, names.size()));
    for (Link link : circle) {
      Collections.rotate(turn, -1);
      String message =
          "the services extend each other: "
              + String.join(" extends ", turn)
              + " extends "
              + turn.get(0);
      problems.add(Diagnostic.error(RULE, link.place(), link.path(), message));
    }
    return true;
  }

  private boolean isShort(int links, Link link) {
    if (links > MOST_LINKS) {
      String message = "more than " + MOST_LINKS + " services extend each other in a row";
      problems.add(Diagnostic.error(RULE, link.place(), link.path(), message));
    }
    return links <= MOST_LINKS;
  }

  private static Mapping file(String name, Mapping service) {
    return Mapping.of(SERVICES, Mapping.of(name, service)).withOrigin(service.origin());
  }
}
