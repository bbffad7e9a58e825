package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.errors;
import static dev.swarmha.deploy.convert.Converted.stack;
import static dev.swarmha.deploy.convert.Converted.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.plan.DesiredStack;
import org.junit.jupiter.api.Test;

class DependsOnTest {

  @Test
  void namesTheServicesToHandleBefore() {
    DesiredStack stack = stack("services: {web: {image: a, depends_on: [db]}, db: {image: b}}");

    assertThat(stack.dependencies().before("shop_web")).containsExactly("shop_db");
    assertThat(stack.dependencies().requirements("shop_web")).isEmpty();
  }

  @Test
  void refusesCycles() {
    assertThat(errors("services: {a: {image: x, depends_on: [b]}, b: {image: x, depends_on: [a]}}"))
        .containsExactly(
            "stack.yml:1:39: services.a.depends_on.0: \"b\" depends on \"a\" in turn",
            "stack.yml:1:71: services.b.depends_on.0: \"a\" depends on \"b\" in turn");
  }

  @Test
  void refusesServicesThatAreNotThere() {
    assertThat(errors(web("depends_on: [dbb]")))
        .containsExactly("stack.yml:4:18: services.web.depends_on.0: there is no service \"dbb\"");
  }
}
