package dev.swarmha.stack.validate;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.value.ByteSize;
import dev.swarmha.stack.value.ImageReference;
import dev.swarmha.stack.value.ValueException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the values of one service must be to each other. */
final class ServiceConsistency {

  private static final Set<String> WITH_REPLICAS = Set.of("replicated", "replicated-job");
  private static final String REPLICATED = "replicated";

  private final Diagnostics problems;

  ServiceConsistency(Diagnostics problems) {
    this.problems = problems;
  }

  void check(DocumentPath path, Mapping service) {
    image(path, service);
    swap(path, service);
    healthcheck(path.child("healthcheck"), service.mapping("healthcheck"));
    mode(path.child("deploy"), service.mapping("deploy"));
    endpoint(path, service);
    publishedHealth(path, service);
    credentials(path.child("credential_spec"), service.mapping("credential_spec"));
  }

  private void image(DocumentPath path, Mapping service) {
    Optional<Document> image = service.get("image");
    String text = image.flatMap(Document::asText).orElse("");
    if (text.isEmpty()) {
      boolean lost = problems.hasErrorBelow(path.child("extends"));
      if (!lost && !problems.hasErrorAt(path.child("image"))) {
        Origin place = image.map(Document::origin).orElse(service.origin());
        error("missing-key", place, path, "\"image\" is missing");
      }
      return;
    }
    try {
      if (!ImageReference.isIdentifier(text)) {
        ImageReference.parse(text);
      }
    } catch (ValueException wrong) {
      Origin place = image.map(Document::origin).orElse(service.origin());
      Diagnostic error = Diagnostic.error("bad-value", place, path.child("image"), wrong.text());
      problems.add(wrong.hint().map(error::withHint).orElse(error));
    }
  }

  /** Swarm counts swap by itself and only beside a limit of memory; the file counts both. */
  private void swap(DocumentPath path, Mapping service) {
    Optional<Document> both = service.get("memswap_limit");
    long bytes =
        both.flatMap(Document::asText)
            .filter(text -> !text.equals("-1"))
            .map(text -> ByteSize.parse(text).bytes())
            .orElse(0L);
    long memory =
        service
            .mapping("deploy")
            .mapping("resources")
            .mapping("limits")
            .text("memory")
            .map(text -> ByteSize.parse(text).bytes())
            .orElse(0L);
    if (bytes != 0 && (memory == 0 || bytes < memory)) {
      String message =
          memory == 0 ? "needs a limit of memory beside it" : "is less than the limit of memory";
      error("conflict", both.orElseThrow().origin(), path.child("memswap_limit"), message);
    }
  }

  private void healthcheck(DocumentPath path, Mapping check) {
    boolean disabled = check.get("disable").flatMap(Document::asBoolean).orElse(false);
    if (disabled && !check.sequence("test").isEmpty()) {
      error(
          "conflict",
          check.keyOrigin("disable"),
          path.child("disable"),
          "there is a \"test\", too");
    }
  }

  /** docker/cli, {@code convertCredentialSpec}. */
  private void credentials(DocumentPath path, Mapping spec) {
    List<String> given =
        Stream.of("config", "file", "registry")
            .filter(key -> !spec.text(key).orElse("").isEmpty())
            .toList();
    if (given.size() > 1) {
      String last = given.get(given.size() - 1);
      String message = "\"" + given.get(0) + "\" and \"" + last + "\" exclude each other";
      error("conflict", spec.keyOrigin(last), path.child(last), message);
    }
  }

  private void mode(DocumentPath path, Mapping deploy) {
    String mode = deploy.text("mode").orElse(REPLICATED);
    if (deploy.has("replicas") && !WITH_REPLICAS.contains(mode)) {
      String message = "a service of mode " + mode + " has no number of replicas";
      error("conflict", deploy.keyOrigin("replicas"), path.child("replicas"), message);
    }
    boolean job = mode.endsWith("-job");
    for (String key : List.of("update_config", "rollback_config")) {
      if (job && deploy.has(key)) {
        error(
            "conflict",
            deploy.keyOrigin(key),
            path.child(key),
            "jobs are not updated, but run anew");
      }
    }
  }

  /** swarmkit, {@code manager/controlapi/service.go}, validateEndpointSpec. */
  private void endpoint(DocumentPath path, Mapping service) {
    boolean byName =
        service
            .mapping("deploy")
            .text("endpoint_mode")
            .filter("dnsrr"::equalsIgnoreCase)
            .isPresent();
    List<Document> ports = service.sequence("ports").items();
    Set<String> published = new TreeSet<>();
    for (int i = 0; i < ports.size(); i++) {
      Mapping port = ports.get(i).asMapping().orElse(Mapping.empty());
      boolean host = port.text("mode").filter("host"::equals).isPresent();
      DocumentPath place = path.child("ports").child(i);
      if (byName && !host) {
        String message = "with endpoint_mode dnsrr ports can be published in mode host only";
        error("conflict", port.origin(), place, message);
      }
      long number = port.number("published").orElse(0L);
      String protocol = port.text("protocol").orElse("tcp");
      if (number != 0 && !published.add(number + "/" + protocol)) {
        error("conflict", port.origin(), place, number + "/" + protocol + " is published already");
      }
    }
  }

  private void publishedHealth(DocumentPath path, Mapping service) {
    Set<Long> published = new TreeSet<>();
    service
        .sequence("ports")
        .mappings()
        .forEach(port -> port.number("published").ifPresent(published::add));
    List<Document> checks = service.mapping("x-swarmha").sequence("health").items();
    for (int i = 0; i < checks.size(); i++) {
      Optional<Document> port = checks.get(i).at("port");
      boolean known = port.flatMap(Document::asLong).filter(published::contains).isPresent();
      if (port.isPresent() && !known && !problems.hasErrorBelow(path.child("ports"))) {
        DocumentPath place = path.child("x-swarmha").child("health").child(i).child("port");
        String message = "the service does not publish port " + port.get();
        Diagnostic error = Diagnostic.error("undefined", port.get().origin(), place, message);
        problems.add(
            published.isEmpty() ? error : error.withHint("it publishes " + words(published)));
      }
    }
  }

  private static String words(Set<Long> numbers) {
    return String.join(", ", numbers.stream().map(String::valueOf).toList());
  }

  private void error(String rule, Origin origin, DocumentPath path, String message) {
    problems.add(Diagnostic.error(rule, origin, path, message));
  }
}
