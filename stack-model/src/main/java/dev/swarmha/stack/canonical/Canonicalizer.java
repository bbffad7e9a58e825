package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.PathTable;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.source.Environment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Brings a valid file to its long form. */
public final class Canonicalizer {

  private static final List<String> TEXTS_BY_NAME =
      List.of(
          "services.*.labels",
          "services.*.sysctls",
          "services.*.logging.options",
          "services.*.deploy.labels",
          "services.*.networks.*.driver_opts",
          "networks.*.driver_opts",
          "networks.*.labels",
          "volumes.*.driver_opts",
          "volumes.*.labels",
          "secrets.*.driver_opts",
          "secrets.*.labels",
          "configs.*.labels");

  private final PathTable<Form> forms;
  private final Overlay overlay;

  /**
   * A canonicalizer for files whose relative paths start from one directory.
   *
   * @param environment what variables without a value take theirs from
   */
  public Canonicalizer(
      Dialect dialect, Path baseDirectory, Environment environment, Diagnostics problems) {
    Paths paths = new Paths(baseDirectory, environment, problems);
    PathTable<Form> ofCompose = forms(Dialect.COMPOSE, paths, environment, problems);
    this.forms =
        dialect == Dialect.COMPOSE ? ofCompose : forms(dialect, paths, environment, problems);
    this.overlay = new Overlay((path, entry) -> canonical(ofCompose, path, entry));
  }

  private static PathTable<Form> forms(
      Dialect dialect, Paths paths, Environment environment, Diagnostics problems) {
    PathTable.Builder<Form> table = PathTable.builder();
    TEXTS_BY_NAME.forEach(path -> table.row(path, Forms::textsByName));
    sections(table, new ExternalForm(problems), paths);
    table
        .row("services.*", new EnvironmentForm(paths, environment, problems))
        .row("services.*.command", Forms::words)
        .row("services.*.entrypoint", Forms::words)
        .row("services.*.deploy", Forms::emptyForNull)
        .row("services.*.dns", Forms::list)
        .row("services.*.dns_search", Forms::list)
        .row("services.*.extra_hosts", Forms::hosts)
        .row("services.*.healthcheck.test", Forms::healthcheckTest)
        .row("services.*.networks", Forms::namesToMapping)
        .row("services.*.ports", new PortsForm(problems))
        .row("services.*.volumes.[]", new VolumeForm(paths, problems))
        .row("services.*.secrets.[]", Forms::reference)
        .row("services.*.configs.[]", Forms::reference)
        .row("services.*.ulimits.*", Forms::ulimit);
    if (dialect == Dialect.COMPOSE) {
      ComposeForms.change(table, paths, problems);
    }
    return table.build();
  }

  private static void sections(PathTable.Builder<Form> table, ExternalForm external, Paths paths) {
    for (String section : List.of("networks", "volumes", "secrets", "configs")) {
      table.row(section + ".*", external);
    }
    for (String section : List.of("secrets", "configs")) {
      table.row(section + ".*.file", paths::absoluteFile);
    }
    table
        .row("x-swarmha.health.[].ca", paths::absoluteFile)
        .row("services.*.x-swarmha.health.[].ca", paths::absoluteFile);
  }

  public Mapping canonical(Mapping file) {
    return overlay.apply(file.map((key, value) -> canonical(forms, DocumentPath.of(key), value)));
  }

  private static Document canonical(PathTable<Form> forms, DocumentPath path, Document document) {
    Document here = forms.find(path).map(form -> form.apply(path, document)).orElse(document);
    if (here instanceof Mapping mapping) {
      return mapping.map((key, value) -> canonical(forms, path.child(key), value));
    }
    if (here instanceof Sequence list) {
      List<Document> items = new ArrayList<>();
      for (Document item : list.items()) {
        items.add(canonical(forms, path.child(items.size()), item));
      }
      return new Sequence(items, list.origin());
    }
    return here;
  }
}
