package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.ComposeText.errors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceKind;
import org.junit.jupiter.api.Test;

class CompletionsTest {

  @Test
  void whatOthersWaitForIsNotStartedAgain() {
    Mapping task = migration("{image: b}");

    assertThat(task.mapping("RestartPolicy").text("Condition")).contains("none");
  }

  @Test
  void aPolicyThatIsWrittenStays() {
    Mapping task = migration("{image: b, restart: \"on-failure:3\"}");

    assertThat(task.mapping("RestartPolicy").text("Condition")).contains("on-failure");
    assertThat(task.mapping("RestartPolicy").number("MaxAttempts")).contains(3L);
  }

  @Test
  void aJobNeedsNoPolicy() {
    Mapping task = migration("{image: b, deploy: {mode: replicated-job}}");

    assertThat(task.has("RestartPolicy")).isFalse();
  }

  @Test
  void whatIsStartedAgainForEverIsRefused() {
    assertThat(errors(stack("{image: b, restart: always}")))
        .containsExactly(
            "stack.yml:3:34: services.migration: never completes, since it is always started"
                + " again; web waits");
  }

  private static Mapping migration(String service) {
    return Converted.spec(ComposeText.stack(stack(service)), ResourceKind.SERVICE, "shop_migration")
        .mapping("TaskTemplate");
  }

  private static String stack(String migration) {
    return "services:\n"
        + "  web: {image: a, depends_on: {migration: {condition: service_completed_successfully}}}\n"
        + "  migration: "
        + migration
        + "\n";
  }
}
