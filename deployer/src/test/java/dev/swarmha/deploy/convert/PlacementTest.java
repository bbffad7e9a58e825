package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.errors;
import static dev.swarmha.deploy.convert.Converted.taskTemplate;
import static dev.swarmha.deploy.convert.Converted.web;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import org.junit.jupiter.api.Test;

class PlacementTest {

  @Test
  void convertsAllOfIt() {
    Mapping template =
        taskTemplate(
            """
            deploy:
              placement:
                constraints: [node.role == worker, node.labels.database!=primary]
                preferences: [{spread: node.labels.zone}]
                max_replicas_per_node: 1
            """);

    assertThat(template.mapping("Placement"))
        .isEqualTo(
            yaml(
                """
                Constraints: [node.role == worker, node.labels.database!=primary]
                Preferences: [{Spread: {SpreadDescriptor: node.labels.zone}}]
                MaxReplicas: 1
                """));
  }

  @Test
  void refusesConstraintsThatSwarmCannotRead() {
    assertThat(errors(web("deploy: {placement: {constraints: [node.role = worker]}}")))
        .containsExactly(
            "stack.yml:4:40: services.web.deploy.placement.constraints.0: \"node.role = worker\" is"
                + " not a placement constraint");
  }
}
