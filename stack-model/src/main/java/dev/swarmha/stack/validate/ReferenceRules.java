package dev.swarmha.stack.validate;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A service may use only what the stack declares. */
final class ReferenceRules {

  private static final String DEFAULT_NETWORK = "default";

  private final Mapping stack;
  private final Diagnostics problems;

  ReferenceRules(Mapping stack, Diagnostics problems) {
    this.stack = stack;
    this.problems = problems;
  }

  void check(DocumentPath service, Mapping spec) {
    Mapping networks = spec.mapping("networks");
    for (String name : networks.keys()) {
      if (!name.equals(DEFAULT_NETWORK)) {
        declared("networks", name, networks.keyOrigin(name), service.child("networks").child(name));
      }
    }
    volumes(service.child("volumes"), spec);
    files("secrets", service.child("secrets"), spec);
    files("configs", service.child("configs"), spec);
    credentials(service.child("credential_spec"), spec.mapping("credential_spec"));
  }

  private void volumes(DocumentPath path, Mapping spec) {
    List<Document> mounts = spec.sequence("volumes").items();
    for (int i = 0; i < mounts.size(); i++) {
      Mapping mount = mounts.get(i).asMapping().orElse(Mapping.empty());
      String type = mount.text("type").orElse("");
      String source = mount.text("source").orElse("");
      boolean named =
          type.equals("volume") || (type.equals("cluster") && !source.startsWith("group:"));
      if (named && !source.isEmpty()) {
        declared("volumes", source, place(mount), path.child(i));
      }
    }
  }

  private static Origin place(Mapping entry) {
    return entry.get("source").map(Document::origin).filter(Origin::isKnown).orElse(entry.origin());
  }

  private void credentials(DocumentPath path, Mapping spec) {
    spec.get("config")
        .filter(name -> !name.toString().isEmpty())
        .ifPresent(
            name -> declared("configs", name.toString(), name.origin(), path.child("config")));
  }

  private void files(String section, DocumentPath path, Mapping spec) {
    Set<String> targets = new HashSet<>();
    List<Document> uses = spec.sequence(section).items();
    for (int i = 0; i < uses.size(); i++) {
      Mapping use = uses.get(i).asMapping().orElse(Mapping.empty());
      String source = use.text("source").orElse("");
      if (source.isEmpty()) {
        continue;
      }
      declared(section, source, place(use), path.child(i));
      String target = use.text("target").filter(text -> !text.isEmpty()).orElse(source);
      if (!targets.add(target)) {
        String message = "another one has the target \"" + target + "\" already";
        problems.add(Diagnostic.error("conflict", place(use), path.child(i), message));
      }
    }
  }

  private void declared(String section, String name, Origin place, DocumentPath path) {
    Mapping declared = stack.mapping(section);
    boolean sectionLost =
        problems.hasErrorDirectlyBelow(DocumentPath.root())
            || problems.hasErrorBelow(DocumentPath.of("include"));
    if (declared.has(name) || sectionLost || problems.hasErrorAt(DocumentPath.of(section, name))) {
      return;
    }
    String message = "\"" + name + "\" is not declared under \"" + section + "\"";
    Diagnostic error = Diagnostic.error("undefined", place, path, message);
    String hint = problems.areEnough() ? "" : Suggestion.hint(name, declared.keys());
    problems.add(hint.isEmpty() ? error : error.withHint(hint));
  }
}
