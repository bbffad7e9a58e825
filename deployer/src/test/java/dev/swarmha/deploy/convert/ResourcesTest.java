package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.errors;
import static dev.swarmha.deploy.convert.Converted.taskTemplate;
import static dev.swarmha.deploy.convert.Converted.web;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import org.junit.jupiter.api.Test;

class ResourcesTest {

  @Test
  void convertsLimitsAndReservations() {
    Mapping template =
        taskTemplate(
            """
            deploy:
              resources:
                limits: {cpus: "0.50", memory: 128M, pids: 100}
                reservations:
                  cpus: 1/4
                  memory: 1.5kb
                  generic_resources:
                    - discrete_resource_spec: {kind: gpu, value: 2}
            """);

    assertThat(template.mapping("Resources"))
        .isEqualTo(
            yaml(
                """
                Limits: {NanoCPUs: 500000000, MemoryBytes: 134217728, Pids: 100}
                Reservations:
                  NanoCPUs: 250000000
                  MemoryBytes: 1536
                  GenericResources: [{DiscreteResourceSpec: {Kind: gpu, Value: 2}}]
                """));
  }

  @Test
  void keepsEveryGenericResourceThatIsAskedFor() {
    String gpu = "{discrete_resource_spec: {kind: gpu, value: 1}}";

    assertThat(
            taskTemplate(
                    "deploy: {resources: {reservations: {generic_resources: ["
                        + gpu
                        + ", "
                        + gpu
                        + "]}}}")
                .mapping("Resources")
                .mapping("Reservations")
                .sequence("GenericResources")
                .items())
        .hasSize(2);
  }

  @Test
  void takesAnEmptyNumberOfCpusForNoLimit() {
    assertThat(taskTemplate("deploy: {resources: {limits: {cpus: \"\"}}}").mapping("Resources"))
        .isEqualTo(yaml("{Limits: {}}"));
  }

  @Test
  void keepsEmptyLimits() {
    assertThat(taskTemplate("deploy: {resources: {limits: {}}}").mapping("Resources"))
        .isEqualTo(yaml("{Limits: {}}"));
  }

  @Test
  void refusesNumbersWhereDockerWantsTexts() {
    assertThat(errors(web("deploy: {resources: {limits: {memory: 1024, cpus: half}}}")))
        .containsExactly(
            "stack.yml:4:43: services.web.deploy.resources.limits.memory: must be a string, not the"
                + " number 1024",
            "stack.yml:4:55: services.web.deploy.resources.limits.cpus: \"half\" is not a number of"
                + " CPUs");
  }
}
