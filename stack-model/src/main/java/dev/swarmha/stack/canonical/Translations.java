package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Scalar;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.value.RestartPolicySyntax;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the compose specification says of containers, said of services instead: the keys go, and
 * what they mean stands under {@code deploy}, {@code volumes}, {@code labels} or {@code networks}.
 */
final class Translations {

  private static final DocumentPath LIMITS = DocumentPath.of("deploy", "resources", "limits");
  private static final DocumentPath REPLICAS = DocumentPath.of("deploy", "replicas");
  private static final DocumentPath RESTART = DocumentPath.of("deploy", "restart_policy");
  private static final DocumentPath RESERVED =
      DocumentPath.of("deploy", "resources", "reservations", "memory");

  private final TmpfsTranslation tmpfs = new TmpfsTranslation();
  private final LabelFiles labelFiles;
  private final EngineNetworks networks;
  private final Diagnostics problems;

  Translations(Paths paths, Diagnostics problems) {
    this.labelFiles = new LabelFiles(paths, problems);
    this.networks = new EngineNetworks(problems);
    this.problems = problems;
  }

  /** A valid file with nothing left in it that is translated. */
  Mapping apply(Mapping file) {
    Mapping translated =
        file.has("services")
            ? file.with(
                "services",
                file.mapping("services")
                    .map((name, service) -> service(name, service))
                    .withOrigin(file.mapping("services").origin()))
            : file;
    return networks.apply(translated);
  }

  private Document service(String name, Document document) {
    Optional<Mapping> service = document.asMapping();
    if (service.isEmpty()) {
      return document;
    }
    DocumentPath path = DocumentPath.of("services", name);
    Mapping moved = service.get();
    moved = moved(path, moved, "mem_limit", LIMITS.child("memory"), value -> value);
    moved = moved(path, moved, "mem_reservation", RESERVED, value -> value);
    moved = moved(path, moved, "cpus", LIMITS.child("cpus"), value -> value);
    moved = limited(path, moved);
    moved = moved(path, moved, "scale", REPLICAS, value -> value);
    moved = moved(path, moved, "restart", RESTART, Translations::restartPolicy);
    return tmpfs.apply(labelFiles.apply(path, moved));
  }

  /** No limit is written as 0 or -1, and as nothing at all for Swarm. */
  private Mapping limited(DocumentPath path, Mapping service) {
    boolean limited =
        service
            .get("pids_limit")
            .flatMap(Document::asScalar)
            .filter(value -> !value.toString().startsWith("-") && !value.toString().equals("0"))
            .isPresent();
    return limited
        ? moved(path, service, "pids_limit", LIMITS.child("pids"), value -> value)
        : service.without("pids_limit");
  }

  /** One key's value somewhere else; if something stands there already, it must be the same. */
  private Mapping moved(
      DocumentPath path,
      Mapping service,
      String key,
      DocumentPath to,
      UnaryOperator<Document> form) {
    Optional<Document> value = service.get(key);
    if (value.isEmpty()) {
      return service;
    }
    Mapping rest = service.without(key);
    Optional<Document> there = rest.at(to);
    if (there.isPresent() && key.equals("restart")) {
      return rest;
    }
    if (there.isPresent() && !same(there.get(), value.get())) {
      String message = "\"" + to + "\" says something else; write it once";
      problems.add(Diagnostic.error("conflict", service.keyOrigin(key), path.child(key), message));
      return rest;
    }
    return rest.withAt(to, form.apply(value.get()));
  }

  private static boolean same(Document one, Document other) {
    Optional<BigDecimal> number = number(one);
    return (number.isPresent() && number(other).isPresent())
        ? number.get().compareTo(number(other).get()) == 0
        : one.toString().equals(other.toString());
  }

  private static Optional<BigDecimal> number(Document document) {
    try {
      return document.asScalar().map(Scalar::toString).map(BigDecimal::new);
    } catch (NumberFormatException text) {
      return Optional.empty();
    }
  }

  /** Never to start again is a policy here, and not the absence of one. */
  private static Document restartPolicy(Document written) {
    Map<String, Document> policy = new LinkedHashMap<>();
    Optional<RestartPolicySyntax.Policy> parsed =
        RestartPolicySyntax.parse(written.asText().orElse(""));
    String condition = parsed.map(RestartPolicySyntax.Policy::condition).orElse("none");
    policy.put("condition", Document.text(condition).withOrigin(written.origin()));
    parsed
        .map(RestartPolicySyntax.Policy::maxAttempts)
        .ifPresent(
            attempts ->
                attempts.ifPresent(count -> policy.put("max_attempts", Document.number(count))));
    return Mapping.of(policy).withOrigin(written.origin());
  }
}
