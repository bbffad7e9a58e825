package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.ComposeText.errors;
import static dev.swarmha.deploy.convert.ComposeText.service;
import static dev.swarmha.deploy.convert.ComposeText.warnings;
import static dev.swarmha.deploy.convert.Converted.web;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposePortsTest {

  @Test
  void mayBeTextsAndRanges() {
    assertThat(ports("ports: [{target: '80-81', published: '8080-8081', mode: host}]"))
        .containsExactly(
            yaml("{TargetPort: 80, PublishedPort: 8080, PublishMode: host}"),
            yaml("{TargetPort: 81, PublishedPort: 8081, PublishMode: host}"));
    assertThat(ports("ports: [{target: 80, published: '8080'}]"))
        .containsExactly(yaml("{TargetPort: 80, PublishedPort: 8080}"));
  }

  @Test
  void haveNames() {
    assertThat(ports("ports: [{name: web, target: 80, app_protocol: http}]"))
        .containsExactly(yaml("{Name: web, TargetPort: 80}"));
  }

  @Test
  void warnOfAddresses() {
    assertThat(warnings(web("ports: [{target: 80, published: 80, host_ip: 127.0.0.1}]")))
        .containsExactly(
            "stack.yml:4:41: services.web.ports.0.host_ip: ignored: Swarm publishes on all addresses"
                + " of a node");
  }

  @Test
  void refuseTextsThatAreNone() {
    assertThat(errors(web("ports: [{target: http}]")))
        .containsExactly(
            "stack.yml:4:22: services.web.ports.0.target: \"http\" is not a port: a port is a number"
                + " from 0 to 65535");
  }

  private static List<Mapping> ports(String keys) {
    return service(keys).mapping("EndpointSpec").sequence("Ports").mappings().toList();
  }
}
