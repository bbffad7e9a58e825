package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.errors;
import static dev.swarmha.deploy.convert.Converted.load;
import static dev.swarmha.deploy.convert.Converted.stack;
import static dev.swarmha.deploy.convert.Converted.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.HealthTarget;
import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.StatusRange;
import dev.swarmha.wait.probe.HealthCheck;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SwarmhaTest {

  @Test
  void asksTheAddressesOfTheStack() {
    DesiredStack stack =
        stack(
            web("")
                + """
                x-swarmha:
                  health:
                    - url: http://localhost:8080/health
                      status: "200-204"
                      contains: ok
                      retries: 5
                      interval: 1s
                      timeout: 3s
                    - url: tcp://db.test:5432
                """);

    assertThat(stack.health())
        .containsExactly(
            new HealthTarget.Address(
                new HealthCheck(
                    new HealthProbe.Http(
                        URI.create("http://localhost:8080/health"),
                        new StatusRange(200, 204),
                        Optional.of("ok"),
                        Duration.ofSeconds(3)),
                    5,
                    Duration.ofSeconds(1))),
            new HealthTarget.Address(
                new HealthCheck(
                    new HealthProbe.Tcp("db.test", 5432, Duration.ofSeconds(5)),
                    30,
                    Duration.ofSeconds(2))));
  }

  @Test
  void asksThePublishedPortsOfServices() {
    DesiredStack stack =
        stack(
            web(
                """
                ports: [{target: 3000, published: 8080, mode: host}]
                x-swarmha:
                  minAvailable: 2
                  health:
                    - {port: 8080, path: /health, status: 204}
                    - port: 8080
                """));

    HealthTarget.Expectation otherwise = HealthTarget.Expectation.DEFAULT;
    assertThat(stack.health())
        .containsExactly(
            new HealthTarget.ServicePort(
                "shop_web",
                8080,
                Optional.of("/health"),
                new HealthTarget.Expectation(
                    new StatusRange(204, 204),
                    Optional.empty(),
                    otherwise.retries(),
                    otherwise.interval(),
                    otherwise.timeout())),
            new HealthTarget.ServicePort("shop_web", 8080, Optional.empty(), otherwise));
  }

  @Test
  void refusesPortsThatAreNotPublished() {
    assertThat(
            load(Path.of("/"), web("ports: [\"80:3000\"]\nx-swarmha: {health: [{port: 3000}]}"))
                .errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error)
                  .hasToString(
                      "stack.yml:5:33: services.web.x-swarmha.health.0.port: the service does not"
                          + " publish port 3000");
              assertThat(error.hint()).contains("it publishes 80");
            });
  }

  @Test
  void refusesUnknownKeys() {
    assertThat(errors(web("x-swarmha: {minAvailabel: 2}")))
        .containsExactly("stack.yml:4:17: services.web.x-swarmha.minAvailabel: unknown key");
  }

  @Test
  void refusesAddressesThatCannotBeAsked() {
    assertThat(errors(web("") + "x-swarmha: {health: [{url: localhost}, {status: \"299-200\"}]}"))
        .containsExactly(
            "stack.yml:4:28: x-swarmha.health.0.url: \"localhost\" is not an address that can be"
                + " asked",
            "stack.yml:4:40: x-swarmha.health.1: \"url\" is missing",
            "stack.yml:4:49: x-swarmha.health.1.status: \"299-200\" is not a range of HTTP"
                + " statuses");
  }
}
