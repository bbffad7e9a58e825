package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.errors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NamesTest {

  @Test
  void refusesNamesThatSwarmDoesNotTake() {
    assertThat(errors("services: {a.b: {image: x}}"))
        .containsExactly(
            "the name of service shop_a.b has characters that Swarm does not allow there");
  }

  @Test
  void refusesLongNamesWithoutLongThought() {
    String name = "a".repeat(50) + ".";

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(errors("services: {" + name + ": {image: x}}")).hasSize(1));
  }

  @Test
  void refusesNamesThatAreTooLong() {
    String name = "a".repeat(59);

    assertThat(errors("services: {" + name + ": {image: x}}"))
        .containsExactly("the name of service shop_" + name + " is longer than 63 characters");
  }
}
