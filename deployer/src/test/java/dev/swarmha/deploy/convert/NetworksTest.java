package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.errors;
import static dev.swarmha.deploy.convert.Converted.spec;
import static dev.swarmha.deploy.convert.Converted.stack;
import static dev.swarmha.deploy.convert.Converted.web;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import org.junit.jupiter.api.Test;

class NetworksTest {

  @Test
  void attachesByRealNameInFixedOrder() {
    DesiredStack stack =
        stack(
            """
            services:
              web:
                image: app
                networks:
                  front: {aliases: [www, web]}
                  back:
                  shared:
            networks:
              front: {name: a-front}
              back: {}
              shared: {external: true}
            """);

    assertThat(spec(stack, ResourceKind.SERVICE, "shop_web").at("TaskTemplate", "Networks"))
        .contains(
            yaml("""
                    networks:
                      - {Target: a-front, Aliases: [www, web, web]}
                      - {Target: shared, Aliases: [web]}
                      - {Target: shop_back, Aliases: [web]}
                    """)
                .sequence("networks"));
    assertThat(stack.externals()).containsExactly(new ResourceRef(ResourceKind.NETWORK, "shared"));
  }

  @Test
  void convertsWhatTheFileDeclares() {
    DesiredStack stack =
        stack(
            """
            services: {web: {image: app, networks: [back]}}
            networks:
              back:
                driver: weave
                driver_opts: {encrypted: 1}
                attachable: true
                internal: true
                labels: {a: b}
                ipam: {driver: default, config: [{subnet: 10.1.0.0/16}]}
            """);

    assertThat(spec(stack, ResourceKind.NETWORK, "shop_back"))
        .isEqualTo(
            yaml(
                """
                Name: shop_back
                Driver: weave
                Scope: ""
                IPAM: {Driver: default, Options: null, Config: [{Subnet: 10.1.0.0/16}]}
                Internal: true
                Attachable: true
                Ingress: false
                ConfigOnly: false
                ConfigFrom: null
                Options: {encrypted: "1"}
                Labels: {a: b, com.docker.stack.namespace: shop}
                """));
  }

  @Test
  void sendsNoPoolsWhereThereIsOnlyADriver() {
    DesiredStack stack = stack(web("networks: [back]") + "networks: {back: {ipam: {driver: d}}}");

    assertThat(spec(stack, ResourceKind.NETWORK, "shop_back").mapping("IPAM"))
        .isEqualTo(yaml("{Driver: d, Options: null}"));
  }

  @Test
  void takesNamesOfNetworksAsTheyAre() {
    DesiredStack stack = stack(web("networks: [a b]") + "networks: {a b: {name: back}}");

    assertThat(stack.all(ResourceKind.NETWORK))
        .extracting(resource -> resource.ref().name())
        .containsExactly("back");
  }

  @Test
  void makesOnlyThoseInUse() {
    DesiredStack stack = stack(web("") + "networks: {unused: {}, other: {external: true}}");

    assertThat(stack.all(ResourceKind.NETWORK))
        .extracting(resource -> resource.ref().name())
        .containsExactly("shop_default");
    assertThat(stack.externals()).isEmpty();
  }

  @Test
  void refusesNetworksThatAreNotDeclared() {
    assertThat(errors(web("networks: {bakc: {}}") + "networks: {back: {}}"))
        .containsExactly(
            "stack.yml:4:16: services.web.networks.bakc: \"bakc\" is not declared under"
                + " \"networks\"");
  }
}
