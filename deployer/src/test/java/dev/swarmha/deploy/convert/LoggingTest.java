package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.taskTemplate;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoggingTest {

  @Test
  void convertsDriverAndOptions() {
    assertThat(
            taskTemplate("logging: {driver: json-file, options: {max-size: 10m, max-file: 3}}")
                .mapping("LogDriver"))
        .isEqualTo(yaml("{Name: json-file, Options: {max-size: 10m, max-file: \"3\"}}"));
  }

  @Test
  void leavesItToTheNodeOtherwise() {
    assertThat(taskTemplate("").has("LogDriver")).isFalse();
  }
}
