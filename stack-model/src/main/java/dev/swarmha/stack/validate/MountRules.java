package dev.swarmha.stack.validate;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the parts of a mount must be to each other, as docker/cli's conversion checks it. */
final class MountRules {

  /** Which types of mount may have a block of options. */
  private static final Map<String, Set<String>> OPTIONS =
      Map.of(
          "bind", Set.of("bind", "npipe"),
          "volume", Set.of("volume"),
          "tmpfs", Set.of("tmpfs"));

  private static final Set<String> WITH_SOURCE = Set.of("bind", "npipe", "cluster");

  private final DocumentPath path;
  private final Diagnostics problems;

  MountRules(DocumentPath service, Diagnostics problems) {
    this.path = service.child("volumes");
    this.problems = problems;
  }

  void check(Mapping service) {
    Set<String> targets = new HashSet<>();
    List<Document> mounts = service.sequence("volumes").items();
    for (int i = 0; i < mounts.size(); i++) {
      Mapping mount = mounts.get(i).asMapping().orElse(Mapping.empty());
      check(mount, path.child(i));
      String target = mount.text("target").orElse("");
      if (!target.isEmpty() && !targets.add(target)) {
        error(mount, path.child(i), "something is mounted on \"" + target + "\" already");
      }
    }
  }

  private void check(Mapping mount, DocumentPath place) {
    String type = mount.text("type").orElse("");
    boolean source = mount.text("source").filter(text -> !text.isEmpty()).isPresent();
    if (problems.hasErrorBelow(place)) {
      return;
    }
    if (mount.text("target").orElse("").isEmpty()) {
      error(mount, place, "\"target\" is missing");
    }
    if (WITH_SOURCE.contains(type) && !source) {
      error(mount, place, "a mount of type " + type + " needs a \"source\"");
    }
    if (type.equals("tmpfs") && source) {
      error(mount, place, "a mount of type tmpfs has no \"source\"");
    }
    OPTIONS.forEach(
        (option, types) -> {
          if (mount.has(option) && !types.contains(type)) {
            String message = "the options do not fit a mount of type " + type;
            problems.add(
                Diagnostic.error(
                    "conflict", mount.keyOrigin(option), place.child(option), message));
          }
        });
  }

  private void error(Mapping mount, DocumentPath place, String message) {
    problems.add(Diagnostic.error("conflict", mount.origin(), place, message));
  }
}
