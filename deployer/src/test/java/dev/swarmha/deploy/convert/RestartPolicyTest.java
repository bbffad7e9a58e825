package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.taskTemplate;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestartPolicyTest {

  @Test
  void convertsAllOfIt() {
    assertThat(
            taskTemplate(
                    "deploy: {restart_policy: {condition: on-failure, delay: 5s, max_attempts: 0,"
                        + " window: 1m}}")
                .mapping("RestartPolicy"))
        .isEqualTo(
            yaml(
                "{Condition: on-failure, Delay: 5000000000, MaxAttempts: 0, Window: 60000000000}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "always         | {Condition: any}",
        "unless-stopped | {Condition: any}",
        "on-failure     | {Condition: on-failure, MaxAttempts: 0}",
        "on-failure:3   | {Condition: on-failure, MaxAttempts: 3}"
      })
  void translatesTheOlderKey(String restart, String policy) {
    assertThat(taskTemplate("restart: " + restart).mapping("RestartPolicy"))
        .isEqualTo(yaml(policy));
  }

  @Test
  void leavesItToTheEngineOtherwise() {
    assertThat(taskTemplate("restart: \"no\"").has("RestartPolicy")).isFalse();
    assertThat(taskTemplate("").has("RestartPolicy")).isFalse();
  }
}
