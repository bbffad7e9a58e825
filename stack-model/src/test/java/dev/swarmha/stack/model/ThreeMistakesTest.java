package dev.swarmha.stack.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.stack.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;

class ThreeMistakesTest {

  private static final String STACK =
      """
      services:
        web:
          image: swarmha/web:${WEB_VERSION:?say which}
          healthchek:
            test: ["CMD", "true"]
          deploy:
            replicas: three
            update_config:
              delay: 10x
          networks: [bakend]
      networks:
        backend: {}
      """;

  @Test
  void reportsEveryMistakeWithItsPlace() {
    assertThat(StackText.errors(STACK))
        .containsExactly(
            "stack.yml:3:24: services.web.image: required variable WEB_VERSION is missing a value:"
                + " say which",
            "stack.yml:4:5: services.web.healthchek: unknown key",
            "stack.yml:7:17: services.web.deploy.replicas: must be a whole number, not the string"
                + " \"three\"",
            "stack.yml:9:16: services.web.deploy.update_config.delay: \"10x\" is not a duration",
            "stack.yml:10:16: services.web.networks.bakend: \"bakend\" is not declared under"
                + " \"networks\"");
  }

  @Test
  void suggestsWhatWasProbablyMeant() {
    assertThat(StackText.load(STACK).errors())
        .flatExtracting(diagnostic -> diagnostic.hint().stream().toList())
        .containsExactly(
            "did you mean \"healthcheck\"?",
            "such as 30s, 1m30s or 500ms",
            "did you mean \"backend\"?");
  }

  @Test
  void namesTheFileAtFault() {
    assertThat(StackText.errors("services: {web: {image: a}}", "services: {web: {imag: b}}"))
        .containsExactly("stack2.yml:1:18: services.web.imag: unknown key");
  }

  @Test
  void doesNotRepeatAMistakeInOtherWords() {
    assertThat(StackText.load("servcies: {web: {image: a}}\nnetworks: {b: 5}").errors())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "stack.yml:1:1: servcies: unknown key",
            "stack.yml:2:15: networks.b: must be a mapping or null, not the number 5");
  }
}
