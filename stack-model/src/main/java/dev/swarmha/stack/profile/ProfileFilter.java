package dev.swarmha.stack.profile;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.source.Environment;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Leaves out the services that have profiles none of which is enabled. Enabled are those that the
 * variable {@code COMPOSE_PROFILES} names, separated by commas; {@code *} stands for all.
 */
public final class ProfileFilter {

  private static final String VARIABLE = "COMPOSE_PROFILES";
  private static final String SERVICES = "services";
  private static final String NEEDS = "depends_on";
  private static final String ALL = "*";

  private final Set<String> enabled = new TreeSet<>();
  private final Diagnostics problems;

  public ProfileFilter(Environment environment, Diagnostics problems) {
    this.problems = problems;
    Stream.of(environment.get(VARIABLE).orElse("").split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .forEach(enabled::add);
  }

  /** A merged file in its long form without the services that are left out. */
  public Mapping apply(Mapping merged) {
    Mapping services = merged.mapping(SERVICES);
    Mapping.Builder kept = Mapping.builder();
    Set<String> disabled = new TreeSet<>();
    services
        .entries()
        .forEach(
            (name, service) -> {
              Mapping one = service.asMapping().orElse(Mapping.empty());
              if (isEnabled(one)) {
                kept.put(name, services.keyOrigin(name), service);
              } else {
                disabled.add(name);
                tell(name, one, services.keyOrigin(name));
              }
            });
    if (disabled.isEmpty()) {
      return merged;
    }
    Mapping rest = kept.build(services.origin());
    return merged.with(
        SERVICES, rest.map((name, service) -> withoutNeeds(name, service, disabled)));
  }

  private boolean isEnabled(Mapping service) {
    List<String> profiles = service.sequence("profiles").texts().toList();
    return profiles.isEmpty()
        || enabled.contains(ALL)
        || profiles.stream().anyMatch(enabled::contains);
  }

  private void tell(String name, Mapping service, Origin place) {
    String profiles = String.join(", ", service.sequence("profiles").texts().toList());
    DocumentPath path = DocumentPath.of(SERVICES, name);
    String message = "left out: it belongs to the profiles " + profiles;
    problems.add(
        Diagnostic.info("profile", place, path, message)
            .withHint(VARIABLE + " names the profiles that count"));
  }

  /** Needs that cannot be met are told here, where the reason is known. */
  private Document withoutNeeds(String name, Document document, Set<String> disabled) {
    Mapping service = document.asMapping().orElse(Mapping.empty());
    DocumentPath path = DocumentPath.of(SERVICES, name, NEEDS);
    Mapping byName = service.mapping(NEEDS);
    Sequence list = service.sequence(NEEDS);
    if (!byName.isEmpty()) {
      return service.with(NEEDS, without(byName, path, disabled));
    }
    return list.isEmpty() ? document : service.with(NEEDS, without(list, path, disabled));
  }

  private Mapping without(Mapping needs, DocumentPath path, Set<String> disabled) {
    Mapping met = needs;
    for (String name : needs.keys()) {
      boolean required =
          needs.mapping(name).get("required").flatMap(Document::asBoolean).orElse(true);
      if (disabled.contains(name)) {
        met = met.without(name);
        if (required) {
          refuse(name, needs.keyOrigin(name), path);
        }
      }
    }
    return met;
  }

  private Sequence without(Sequence needs, DocumentPath path, Set<String> disabled) {
    needs.stream()
        .filter(one -> disabled.contains(one.toString()))
        .forEach(one -> refuse(one.toString(), one.origin(), path));
    return new Sequence(
        needs.stream().filter(one -> !disabled.contains(one.toString())).toList(), needs.origin());
  }

  private void refuse(String name, Origin place, DocumentPath path) {
    String message = "none of the profiles of \"" + name + "\" is enabled";
    problems.add(
        Diagnostic.error("profile", place, path, message)
            .withHint("name one in " + VARIABLE + ", or write \"required: false\""));
  }
}
