package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.container;
import static dev.swarmha.deploy.convert.Converted.errors;
import static dev.swarmha.deploy.convert.Converted.web;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import org.junit.jupiter.api.Test;

class HealthcheckTest {

  @Test
  void convertsAllOfIt() {
    Mapping container =
        container(
            """
            healthcheck:
              test: curl -f localhost
              interval: 10s
              timeout: 1.5s
              start_period: 1m
              start_interval: 2s
              retries: 2.9
            """);

    assertThat(container.mapping("Healthcheck"))
        .isEqualTo(
            yaml(
                """
                Test: [CMD-SHELL, curl -f localhost]
                Interval: 10000000000
                Timeout: 1500000000
                StartPeriod: 60000000000
                StartInterval: 2000000000
                Retries: 2
                """));
  }

  @Test
  void takesListsAsTheyAre() {
    assertThat(container("healthcheck: {test: [CMD, \"true\"], retries: 0}").mapping("Healthcheck"))
        .isEqualTo(yaml("{Test: [CMD, \"true\"]}"));
  }

  @Test
  void switchesTheCheckOfTheImageOff() {
    assertThat(container("healthcheck: {disable: true}").mapping("Healthcheck"))
        .isEqualTo(yaml("{Test: [NONE]}"));
  }

  @Test
  void leavesItToTheImageOtherwise() {
    assertThat(container("").has("Healthcheck")).isFalse();
  }

  @Test
  void refusesATestThatIsSwitchedOff() {
    assertThat(errors(web("healthcheck: {disable: true, test: x}")))
        .containsExactly(
            "stack.yml:4:19: services.web.healthcheck.disable: there is a \"test\", too");
  }
}
