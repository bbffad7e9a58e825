package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.errors;
import static dev.swarmha.deploy.convert.Converted.service;
import static dev.swarmha.deploy.convert.Converted.web;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import org.junit.jupiter.api.Test;

class UpdateConfigTest {

  @Test
  void convertsAllOfIt() {
    Mapping spec =
        service(
            """
            deploy:
              update_config:
                parallelism: 2
                delay: 1m30s
                failure_action: rollback
                monitor: 500ms
                max_failure_ratio: 0.123456789
                order: start-first
            """);

    assertThat(spec.mapping("UpdateConfig"))
        .isEqualTo(
            yaml(
                """
                Parallelism: 2
                Delay: 90000000000
                FailureAction: rollback
                Monitor: 500000000
                MaxFailureRatio: 0.12345679
                Order: start-first
                """));
    assertThat(spec.has("RollbackConfig")).isFalse();
  }

  @Test
  void sendsWhatDockerAlwaysSends() {
    assertThat(service("deploy: {rollback_config: {}}").mapping("RollbackConfig"))
        .isEqualTo(yaml("{Parallelism: 1, MaxFailureRatio: 0, Order: \"\"}"));
  }

  @Test
  void keepsAParallelismOfZero() {
    assertThat(
            service("deploy: {update_config: {parallelism: 0}}").at("UpdateConfig", "Parallelism"))
        .contains(Document.number(0));
  }

  @Test
  void refusesUnknownOrders() {
    assertThat(errors(web("deploy: {update_config: {order: start-frist}}")))
        .containsExactly(
            "stack.yml:4:37: services.web.deploy.update_config.order: \"start-frist\" is not one of"
                + " start-first, stop-first");
  }
}
