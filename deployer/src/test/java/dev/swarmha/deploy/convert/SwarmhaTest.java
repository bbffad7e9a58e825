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
import dev.swarmha.engine.probe.StatusRanges;
import dev.swarmha.engine.probe.TrustedAuthority;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.wait.probe.HealthCheck;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwarmhaTest {

  private static final Path CERTIFICATE = Path.of("../healthwait/src/test/resources/tls/ca.pem");

  @Test
  void asksTheAddressesOfTheStack() {
    DesiredStack stack =
        stack(
            web("")
                + """
                x-swarmha:
                  health:
                    - url: http://localhost:8080/health
                      status: "200-204,301"
                      contains: ok
                      passes: 3
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
                        StatusRanges.of(new StatusRange(200, 204), new StatusRange(301, 301)),
                        Optional.of("ok"),
                        Duration.ofSeconds(3)),
                    3,
                    5,
                    Duration.ofSeconds(1))),
            new HealthTarget.Address(
                new HealthCheck(
                    new HealthProbe.Tcp("db.test", 5432, Duration.ofSeconds(5)),
                    1,
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
                    - {port: 8080, scheme: https}
                    - port: 8080
                """));

    HealthTarget.Expectation otherwise = HealthTarget.Expectation.DEFAULT;
    assertThat(stack.health())
        .containsExactly(
            new HealthTarget.ServicePort(
                "shop_web",
                8080,
                Optional.of("/health"),
                false,
                new HealthTarget.Expectation(
                    StatusRanges.of(new StatusRange(204, 204)),
                    Optional.empty(),
                    Optional.empty(),
                    otherwise.passes(),
                    otherwise.retries(),
                    otherwise.interval(),
                    otherwise.timeout())),
            new HealthTarget.ServicePort("shop_web", 8080, Optional.of("/"), true, otherwise),
            new HealthTarget.ServicePort("shop_web", 8080, Optional.empty(), false, otherwise));
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

  @Test
  void readsWhoHasSignedTheCertificate(@TempDir Path directory) throws IOException {
    String pem = Files.readString(CERTIFICATE);
    Files.writeString(directory.resolve("ca.pem"), pem);
    String file = web("") + "x-swarmha: {health: [{url: 'https://shop.test/', ca: ca.pem}]}";

    HealthTarget target = load(directory, file).value().orElseThrow().health().get(0);

    HealthProbe.Http probe = (HealthProbe.Http) ((HealthTarget.Address) target).check().probe();
    assertThat(probe.authority())
        .contains(new TrustedAuthority(directory.resolve("ca.pem").toString(), pem));
  }

  @Test
  void refusesFilesThatAreNoCertificates(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("ca.pem"), "no certificate\n");
    String file =
        web("ports: ['443:3000']\nx-swarmha: {health: [{port: 443, scheme: https, ca: gone.pem}]}")
            + "x-swarmha: {health: [{url: 'https://shop.test/', ca: ca.pem}]}";

    assertThat(load(directory, file).errors().stream().map(Diagnostic::toString))
        .containsExactly(
            "stack.yml:5:57: services.web.x-swarmha.health.0.ca: \""
                + directory.resolve("gone.pem")
                + "\" does not exist",
            "stack.yml:6:54: x-swarmha.health.0.ca: "
                + directory.resolve("ca.pem")
                + " is no certificate in PEM form");
  }

  @Test
  void refusesExpectationsThatNoAnswerCanMeet() {
    assertThat(
            errors(
                web(
                        """
                        ports: ["80:3000", "81:3000"]
                        x-swarmha:
                          health:
                            - {port: 80, contains: ok}
                            - {port: 81, path: /, ca: ca.pem}
                        """)
                    + "x-swarmha: {health: [{url: 'tcp://db.test:1', status: 200}]}"))
        .containsExactly(
            "stack.yml:7:22: services.web.x-swarmha.health.0.contains: a plain connection has no"
                + " answer to look at",
            "stack.yml:8:31: services.web.x-swarmha.health.1.ca: only https has certificates",
            "stack.yml:9:47: x-swarmha.health.0.status: a plain connection has no answer to look"
                + " at");
  }
}
