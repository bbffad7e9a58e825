package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.PathTable;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.source.Environment;
import java.util.List;

/**
 * What can be settled only when all compose files are one: what is said of containers becomes what
 * services have, files of variables are read, and what served to put the files together, or to take
 * something back, goes.
 */
public final class FinalForms {

  private static final List<String> SECTIONS = List.of("networks", "volumes", "secrets", "configs");

  private final Translations translations;
  private final ServiceVariables variables;

  public FinalForms(Environment environment, Diagnostics problems) {
    this.translations = new Translations(problems);
    this.variables = new ServiceVariables(environment, problems);
  }

  public Mapping complete(Mapping merged) {
    PathTable.Builder<Form> table = PathTable.builder();
    table.row("services.*", this::service);
    SECTIONS.forEach(section -> table.row(section + ".*", FinalForms::section));
    PathTable<Form> forms = table.build();
    return translations
        .apply(merged)
        .without("include")
        .without("name")
        .map(
            (section, document) ->
                document instanceof Mapping mapping
                    ? mapping.map((name, entry) -> form(forms, section, name, entry))
                    : document);
  }

  private static Document form(PathTable<Form> forms, String section, String name, Document entry) {
    DocumentPath path = DocumentPath.of(section, name);
    return forms.find(path).map(form -> form.apply(path, entry)).orElse(entry);
  }

  private Document service(DocumentPath path, Document document) {
    Mapping service =
        variables
            .fold(path, document.asMapping().orElse(Mapping.empty()))
            .without("extends")
            .without("profiles");
    Mapping check = withoutNull(service.mapping("healthcheck"), "test");
    service = service.has("healthcheck") ? service.with("healthcheck", check) : service;
    return withoutNull(withoutNull(service, "command"), "entrypoint");
  }

  private static Mapping withoutNull(Mapping mapping, String key) {
    return mapping.get(key).filter(Document::isNull).isPresent() ? mapping.without(key) : mapping;
  }

  private static Document section(DocumentPath path, Document document) {
    Mapping entry = document.asMapping().orElse(Mapping.empty());
    boolean external = entry.get("external").flatMap(Document::asBoolean).orElse(true);
    return external ? document : entry.without("external");
  }
}
