package dev.swarmha.deploy.convert;

import dev.swarmha.deploy.plan.HealthTarget;
import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.StatusRange;
import dev.swarmha.stack.model.Expectation;
import dev.swarmha.stack.model.HealthPort;
import dev.swarmha.stack.model.HealthUrl;
import dev.swarmha.stack.model.Stack;
import dev.swarmha.stack.model.StackService;
import dev.swarmha.wait.probe.HealthCheck;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The health checks under {@code x-swarmha}: those of the stack first, then each service's. */
final class HealthConverter {

  private static final String TCP = "tcp";

  private final ScopedNames names;

  HealthConverter(ScopedNames names) {
    this.names = names;
  }

  List<HealthTarget> convert(Stack stack) {
    List<HealthTarget> targets = new ArrayList<>();
    stack.health().forEach(health -> targets.add(address(health)));
    for (StackService service : stack.services().values()) {
      service.availability().health().forEach(port -> targets.add(port(service, port)));
    }
    return targets;
  }

  private static HealthTarget address(HealthUrl health) {
    HealthTarget.Expectation expectation = expectation(health.expectation());
    URI url = URI.create(health.url());
    HealthProbe probe =
        TCP.equals(url.getScheme())
            ? new HealthProbe.Tcp(url.getHost(), url.getPort(), expectation.timeout())
            : new HealthProbe.Http(
                url, expectation.status(), expectation.contains(), expectation.timeout());
    return new HealthTarget.Address(
        new HealthCheck(probe, expectation.retries(), expectation.interval()));
  }

  private HealthTarget port(StackService service, HealthPort health) {
    return new HealthTarget.ServicePort(
        names.service(service.name()),
        health.port(),
        health.path(),
        expectation(health.expectation()));
  }

  private static HealthTarget.Expectation expectation(Expectation given) {
    HealthTarget.Expectation otherwise = HealthTarget.Expectation.DEFAULT;
    return new HealthTarget.Expectation(
        given.status().map(StatusRange::parse).orElse(otherwise.status()),
        given.contains(),
        given.retries().orElse(otherwise.retries()),
        given.interval().orElse(otherwise.interval()),
        given.timeout().orElse(otherwise.timeout()));
  }
}
