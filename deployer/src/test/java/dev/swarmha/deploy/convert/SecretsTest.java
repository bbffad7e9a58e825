package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.errors;
import static dev.swarmha.deploy.convert.Converted.spec;
import static dev.swarmha.deploy.convert.Converted.stack;
import static dev.swarmha.deploy.convert.Converted.web;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @Test
  void makesThemFromTheirFiles(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("a.txt"), "content");

    DesiredStack stack = stack(directory, web("") + "secrets: {a: {file: a.txt, labels: {x: y}}}");

    assertThat(stack.all(ResourceKind.SECRET))
        .containsExactly(
            new DesiredResource(
                new ResourceRef(ResourceKind.SECRET, "shop_a"),
                yaml("{Name: shop_a, Labels: {x: y, com.docker.stack.namespace: shop}}"),
                Optional.of(Payload.of(new byte[] {'c', 'o', 'n', 't', 'e', 'n', 't'}))));
  }

  @Test
  void reportsFilesThatAreNotThere(@TempDir Path directory) {
    assertThat(errors(directory, web("") + "secrets: {a: {file: a.txt}}"))
        .containsExactly(
            "stack.yml:4:21: secrets.a.file: \""
                + directory.resolve("a.txt")
                + "\" does not exist");
  }

  @Test
  void refersToThemByNameInFixedOrder() {
    DesiredStack stack =
        stack(
            web(
                    """
                    secrets:
                      - {source: b, target: /etc/b, uid: "5", gid: "6", mode: 0400}
                      - a
                    """)
                + "secrets: {a: {external: true}, b: {external: true, name: a-real}}");

    assertThat(
            spec(stack, ResourceKind.SERVICE, "shop_web")
                .mapping("TaskTemplate")
                .mapping("ContainerSpec")
                .sequence("Secrets")
                .mappings())
        .containsExactly(
            yaml("{File: {Name: a, UID: \"0\", GID: \"0\", Mode: 292}, SecretName: a}"),
            yaml("{File: {Name: /etc/b, UID: \"5\", GID: \"6\", Mode: 256}, SecretName: a-real}"));
    assertThat(stack.externals())
        .containsExactly(
            new ResourceRef(ResourceKind.SECRET, "a"),
            new ResourceRef(ResourceKind.SECRET, "a-real"));
  }

  @Test
  void refusesTwoInOnePlace() {
    assertThat(
            errors(
                web("secrets: [a, {source: b, target: a}]")
                    + "secrets: {a: {external: true}, b: {external: true}}"))
        .containsExactly(
            "stack.yml:4:27: services.web.secrets.1: another one has the target \"a\" already");
  }

  @Test
  void refusesThoseWithoutContent() {
    assertThat(errors(web("") + "secrets: {a: {}}"))
        .containsExactly("stack.yml:4:14: secrets.a: \"file\" is missing");
  }
}
