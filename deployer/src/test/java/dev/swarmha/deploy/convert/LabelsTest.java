package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.service;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import org.junit.jupiter.api.Test;

class LabelsTest {

  @Test
  void labelsContainersAndServicesApart() {
    Mapping spec = service("labels: {c: 1}\ndeploy: {labels: [\"d=2\", e]}");

    assertThat(spec.at("TaskTemplate", "ContainerSpec", "Labels"))
        .contains(yaml("{c: \"1\", com.docker.stack.namespace: shop}"));
    assertThat(spec.mapping("Labels"))
        .isEqualTo(
            yaml(
                "{d: \"2\", e: \"\", com.docker.stack.namespace: shop, com.docker.stack.image: app}"));
  }
}
