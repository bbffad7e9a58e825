package dev.swarmha.stack.validate;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.source.EntryVariables;

/**
 * The rules that can be checked only when all files are merged: references between the parts of a
 * stack, and values that exclude each other.
 */
public final class StackRules {

  private final EntryVariables variables;
  private final Diagnostics problems;

  /** Rules that see which variables secrets and configs can have their content from. */
  public StackRules(EntryVariables variables, Diagnostics problems) {
    this.variables = variables;
    this.problems = problems;
  }

  /** Checks a merged file in its long form. */
  public void check(Mapping merged) {
    Mapping services = merged.mapping("services");
    ReferenceRules references = new ReferenceRules(merged, problems);
    DependencyRules dependencies = new DependencyRules(services, problems);
    ServiceConsistency consistency = new ServiceConsistency(problems);
    services
        .entries()
        .forEach(
            (name, document) -> {
              DocumentPath path = DocumentPath.of("services", name);
              Mapping service = document.asMapping().orElse(Mapping.empty());
              references.check(path, service);
              consistency.check(path, service);
              new MountRules(path, problems).check(service);
            });
    dependencies.check();
    new HealthRules(problems).check(merged);
    sections(merged);
  }

  private void sections(Mapping merged) {
    SectionRules rules = new SectionRules(variables, problems);
    merged
        .mapping("volumes")
        .entries()
        .forEach((name, volume) -> rules.volume(name, section(volume)));
    for (String kind : new String[] {"secrets", "configs"}) {
      merged.mapping(kind).entries().forEach((name, file) -> rules.file(kind, name, section(file)));
    }
  }

  private static Mapping section(Document document) {
    return document.asMapping().orElse(Mapping.empty());
  }
}
