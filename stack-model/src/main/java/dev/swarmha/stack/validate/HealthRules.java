package dev.swarmha.stack.validate;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import java.util.List;
import java.util.Locale;

/** What the values of one health check of {@code x-swarmha} must be to each other. */
final class HealthRules {

  private static final String SWARMHA = "x-swarmha";
  private static final String HEALTH = "health";

  private final Diagnostics problems;

  HealthRules(Diagnostics problems) {
    this.problems = problems;
  }

  /** Checks those of a merged file in its long form. */
  void check(Mapping merged) {
    checks(DocumentPath.root(), merged);
    merged
        .mapping("services")
        .entries()
        .forEach(
            (name, service) ->
                checks(
                    DocumentPath.of("services", name),
                    service.asMapping().orElse(Mapping.empty())));
  }

  private void checks(DocumentPath path, Mapping owner) {
    List<Document> checks = owner.mapping(SWARMHA).sequence(HEALTH).items();
    for (int i = 0; i < checks.size(); i++) {
      Mapping check = checks.get(i).asMapping().orElse(Mapping.empty());
      check(path.child(SWARMHA).child(HEALTH).child(i), check);
    }
  }

  private void check(DocumentPath path, Mapping check) {
    boolean secure = scheme(check).equals("https");
    boolean web = secure || scheme(check).equals("http");
    for (String key : List.of("status", "contains")) {
      if (check.has(key) && !web) {
        conflict(path, check, key, "a plain connection has no answer to look at");
      }
    }
    if (check.has("ca") && !secure) {
      conflict(path, check, "ca", "only https has certificates");
    }
  }

  private static String scheme(Mapping check) {
    if (check.has("url")) {
      String url = check.text("url").orElse("");
      return url.substring(0, Math.max(0, url.indexOf(':'))).toLowerCase(Locale.ROOT);
    }
    return check
        .text("scheme")
        .map(scheme -> scheme.toLowerCase(Locale.ROOT))
        .orElse(check.has("path") ? "http" : "tcp");
  }

  private void conflict(DocumentPath path, Mapping check, String key, String message) {
    Diagnostic error = Diagnostic.error("conflict", check.keyOrigin(key), path.child(key), message);
    problems.add(
        check.has("port") && !key.equals("ca") ? error.withHint("give the check a path") : error);
  }
}
