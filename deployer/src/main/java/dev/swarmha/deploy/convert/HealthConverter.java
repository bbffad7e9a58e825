package dev.swarmha.deploy.convert;

import dev.swarmha.deploy.plan.HealthTarget;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.engine.probe.StatusRanges;
import dev.swarmha.engine.probe.TrustedAuthority;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.model.Expectation;
import dev.swarmha.stack.model.Expectation.AuthorityFile;
import dev.swarmha.stack.model.HealthPort;
import dev.swarmha.stack.model.HealthUrl;
import dev.swarmha.stack.model.Stack;
import dev.swarmha.stack.model.StackService;
import dev.swarmha.stack.source.TextFile;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The health checks under {@code x-swarmha}: those of the stack first, then each service's. The
 * certificates of authorities are read from their files here.
 */
final class HealthConverter {

  private static final String SWARMHA = "x-swarmha";
  private static final String HEALTH = "health";

  private final ScopedNames names;
  private final Diagnostics problems;

  HealthConverter(ScopedNames names, Diagnostics problems) {
    this.names = names;
    this.problems = problems;
  }

  List<HealthTarget> convert(Stack stack) {
    List<HealthTarget> targets = new ArrayList<>();
    for (HealthUrl url : stack.health()) {
      targets.add(address(url, DocumentPath.of(SWARMHA, HEALTH).child(targets.size())));
    }
    for (StackService service : stack.services().values()) {
      List<HealthPort> ports = service.availability().health();
      DocumentPath path = DocumentPath.of("services", service.name(), SWARMHA, HEALTH);
      for (int i = 0; i < ports.size(); i++) {
        targets.add(port(service, ports.get(i), path.child(i)));
      }
    }
    return targets;
  }

  private HealthTarget address(HealthUrl health, DocumentPath path) {
    return new HealthTarget.Address(
        expectation(health.expectation(), path).at(URI.create(health.url())));
  }

  private HealthTarget port(StackService service, HealthPort health, DocumentPath path) {
    return new HealthTarget.ServicePort(
        names.service(service.name()),
        health.port(),
        health.path(),
        health.secure(),
        expectation(health.expectation(), path));
  }

  private HealthTarget.Expectation expectation(Expectation given, DocumentPath path) {
    HealthTarget.Expectation otherwise = HealthTarget.Expectation.DEFAULT;
    return new HealthTarget.Expectation(
        given.status().map(StatusRanges::parse).orElse(otherwise.status()),
        given.contains(),
        given.authority().flatMap(file -> authority(file, path.child("ca"))),
        given.passes().orElse(otherwise.passes()),
        given.retries().orElse(otherwise.retries()),
        given.interval().orElse(otherwise.interval()),
        given.timeout().orElse(otherwise.timeout()));
  }

  private Optional<TrustedAuthority> authority(AuthorityFile given, DocumentPath path) {
    String name = "\"" + given.file() + "\"";
    try {
      return Optional.of(
          new TrustedAuthority(given.file().toString(), TextFile.read(given.file())));
    } catch (IOException unreadable) {
      String message = TextFile.reason(name, unreadable);
      problems.add(Diagnostic.error("missing-file", given.origin(), path, message));
    } catch (IllegalArgumentException wrong) {
      String message = String.valueOf(wrong.getMessage());
      problems.add(Diagnostic.error("bad-value", given.origin(), path, message));
    }
    return Optional.empty();
  }
}
