package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.ComposeText.errors;
import static dev.swarmha.deploy.convert.Converted.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Requirement;
import dev.swarmha.wait.Milestone;
import org.junit.jupiter.api.Test;

class ComposeDependsOnTest {

  @Test
  void saysHowFarOthersMustHaveCome() {
    DesiredStack stack =
        ComposeText.stack(
            """
            services:
              web:
                image: app
                depends_on:
                  db: {condition: service_healthy, restart: true}
                  migration: {condition: service_completed_successfully}
                  cache: {condition: service_started}
                  extra: {condition: service_healthy, required: false}
              db: {image: a}
              migration: {image: b, deploy: {mode: replicated-job}}
              cache: {image: c}
            """);

    assertThat(stack.dependencies().before("shop_web"))
        .containsExactly("shop_cache", "shop_db", "shop_migration");
    assertThat(stack.dependencies().requirements("shop_web"))
        .containsExactly(
            new Requirement("shop_db", Milestone.UP),
            new Requirement("shop_migration", Milestone.COMPLETED));
  }

  @Test
  void refusesCyclesAndServicesThatAreNotThere() {
    assertThat(errors(web("depends_on: {dbb: {condition: service_started}}")))
        .containsExactly(
            "stack.yml:4:18: services.web.depends_on.dbb: there is no service \"dbb\"");
    assertThat(errors(web("depends_on: {web: {condition: service_started}}")))
        .containsExactly(
            "stack.yml:4:18: services.web.depends_on.web: \"web\" depends on \"web\" in turn");
    assertThat(errors(web("depends_on: {web: {condition: ready}}")))
        .last()
        .asString()
        .startsWith(
            "stack.yml:4:35: services.web.depends_on.web.condition: \"ready\" is not one of");
  }
}
