package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.ComposeText.errors;
import static dev.swarmha.deploy.convert.Converted.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.ResourceKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GivenContentTest {

  private static final Path BASE = Path.of("/project");

  @Test
  void standsInTheFileOrInAVariable() {
    DesiredStack stack =
        ComposeText.stack(
            BASE,
            Map.of("TOKEN", "t0p"),
            web("")
                + "configs: {a: {content: \"x=1\\n\"}, b: {environment: TOKEN}}\n"
                + "secrets: {s: {environment: TOKEN}}");

    assertThat(stack.resources())
        .extracting(DesiredResource::payload)
        .containsSubsequence(payload("t0p"), payload("x=1\n"), payload("t0p"));
    assertThat(stack.all(ResourceKind.SECRET).get(0).payload()).isEqualTo(payload("t0p"));
  }

  @Test
  void ofVariablesIsNeverShown() {
    DesiredStack stack =
        ComposeText.stack(
            BASE, Map.of("TOKEN", "t0p"), web("") + "secrets: {s: {environment: TOKEN}}");

    assertThat(stack.rendered().toString()).contains("TOKEN").doesNotContain("t0p");
    assertThat(stack.toString()).doesNotContain("t0p");
  }

  @Test
  void needsItsVariable() {
    assertThat(errors(web("") + "secrets: {s: {environment: TOKEN}}"))
        .containsExactly("stack.yml:4:28: secrets.s.environment: the variable TOKEN is not set");
  }

  @Test
  void comesFromOnePlaceOnly() {
    assertThat(errors(web("") + "configs: {c: {file: a, content: b}}"))
        .contains("stack.yml:4:24: configs.c.content: \"file\" and \"content\" exclude each other");
  }

  private static Optional<Payload> payload(String text) {
    return Optional.of(Payload.of(text.getBytes(StandardCharsets.UTF_8)));
  }
}
