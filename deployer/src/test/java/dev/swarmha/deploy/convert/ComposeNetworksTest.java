package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.ComposeText.errors;
import static dev.swarmha.deploy.convert.ComposeText.task;
import static dev.swarmha.deploy.convert.ComposeText.warnings;
import static dev.swarmha.deploy.convert.Converted.spec;
import static dev.swarmha.deploy.convert.Converted.web;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceKind;
import org.junit.jupiter.api.Test;

class ComposeNetworksTest {

  @Test
  void haveAddressesInDetail() {
    String text =
        web("networks: [a]")
            + """
            networks:
              a:
                enable_ipv4: true
                enable_ipv6: 'true'
                ipam:
                  options: {x: y}
                  config:
                    - subnet: 10.1.0.0/16
                      gateway: 10.1.0.1
                      ip_range: 10.1.2.0/24
                      aux_addresses: {router: 10.1.2.9}
            """;

    Mapping network = spec(ComposeText.stack(text), ResourceKind.NETWORK, "shop_a");

    assertThat(network.mapping("IPAM"))
        .isEqualTo(
            yaml(
                "{Driver: '', Options: {x: y}, Config: [{Subnet: 10.1.0.0/16, IPRange: 10.1.2.0/24,"
                    + " Gateway: 10.1.0.1, AuxiliaryAddresses: {router: 10.1.2.9}}]}"));
    assertThat(network.entries())
        .containsEntry("EnableIPv4", Document.bool(true))
        .containsEntry("EnableIPv6", Document.bool(true));
  }

  @Test
  void canBeTheEnginesOwn() {
    assertThat(task("network_mode: host").sequence("Networks").mappings())
        .containsExactly(yaml("{Target: host}"));
    assertThat(task("network_mode: default").sequence("Networks").mappings())
        .containsExactly(yaml("{Target: shop_default, Aliases: [web]}"));
  }

  @Test
  void cannotBeThoseOfOtherContainers() {
    assertThat(errors(web("network_mode: 'service:db'")))
        .containsExactly(
            "stack.yml:4:19: services.web.network_mode: \"service:db\" is no network mode that"
                + " services can have");
    assertThat(errors(web("network_mode: host\nnetworks: [default]")))
        .containsExactly(
            "stack.yml:4:5: services.web.network_mode: \"network_mode\" and \"networks\" exclude"
                + " each other");
    assertThat(errors(web("network_mode: host") + "networks: {host: {}}"))
        .containsExactly(
            "stack.yml:4:5: services.web.network_mode: the file has a network of its own with that"
                + " name");
  }

  @Test
  void warnOfWhatSwarmChooses() {
    assertThat(warnings(web("networks: {default: {priority: 5}}")))
        .containsExactly(
            "stack.yml:4:26: services.web.networks.default.priority: ignored: Swarm chooses the"
                + " order of the networks of a task");
  }
}
