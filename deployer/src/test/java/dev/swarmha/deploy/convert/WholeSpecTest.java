package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.service;
import static dev.swarmha.deploy.convert.Converted.spec;
import static dev.swarmha.deploy.convert.Converted.stack;
import static dev.swarmha.deploy.convert.Converted.web;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceKind;
import org.junit.jupiter.api.Test;

class WholeSpecTest {

  @Test
  void sendsTheSpecThatDockerSends() {
    Mapping spec =
        service(
            """
            entrypoint: /e
            command: 'c "d e"'
            deploy: {replicas: 2}
            """);

    assertThat(spec)
        .isEqualTo(
            yaml(
                """
                Name: shop_web
                Labels: {com.docker.stack.image: app, com.docker.stack.namespace: shop}
                TaskTemplate:
                  ContainerSpec:
                    Image: app:latest
                    Labels: {com.docker.stack.namespace: shop}
                    Command: [/e]
                    Args: [c, d e]
                    Privileges: {CredentialSpec: null, SELinuxContext: null, NoNewPrivileges: false}
                  Resources: {}
                  Placement: {}
                  Networks: [{Target: shop_default, Aliases: [web]}]
                  ForceUpdate: 0
                Mode: {Replicated: {Replicas: 2}}
                EndpointSpec: {}
                """));
  }

  @Test
  void makesTheDefaultNetworkOfServicesThatNameNone() {
    assertThat(spec(stack(web("")), ResourceKind.NETWORK, "shop_default"))
        .isEqualTo(
            yaml(
                """
                Name: shop_default
                Driver: overlay
                Scope: ""
                IPAM: null
                Internal: false
                Attachable: false
                Ingress: false
                ConfigOnly: false
                ConfigFrom: null
                Options: null
                Labels: {com.docker.stack.namespace: shop}
                """));
  }

  @Test
  void ordersWhatTheStackOwnsByKindAndName() {
    DesiredStack stack =
        stack("services: {web: {image: a}, db: {image: b}}\nnetworks: {unused: {}}");

    assertThat(stack.resources())
        .extracting(resource -> resource.ref().toString())
        .containsExactly("network shop_default", "service shop_db", "service shop_web");
  }

  @Test
  void keepsTheRenderedFile() {
    assertThat(stack(web("")).rendered().at("services", "web", "image"))
        .contains(Document.text("app"));
  }
}
