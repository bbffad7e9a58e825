package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.errors;
import static dev.swarmha.deploy.convert.Converted.service;
import static dev.swarmha.deploy.convert.Converted.web;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeployModeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                  | {Replicated: {}}",
        "{replicas: 0}                       | {Replicated: {Replicas: 0}}",
        "{mode: replicated, replicas: 3.0}   | {Replicated: {Replicas: 3}}",
        "{mode: global}                      | {Global: {}}",
        "{mode: replicated-job, replicas: 2} | {ReplicatedJob: {MaxConcurrent: 2, TotalCompletions: 2}}",
        "{mode: global-job}                  | {GlobalJob: {}}"
      })
  void convertsTheMode(String deploy, String mode) {
    assertThat(service("deploy: " + deploy).mapping("Mode")).isEqualTo(yaml(mode));
  }

  @Test
  void refusesReplicasOfGlobalServices() {
    assertThat(errors(web("deploy: {mode: global, replicas: 2}")))
        .containsExactly(
            "stack.yml:4:28: services.web.deploy.replicas: a service of mode global has no number of"
                + " replicas");
  }
}
