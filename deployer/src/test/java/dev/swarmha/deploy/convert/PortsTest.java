package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.errors;
import static dev.swarmha.deploy.convert.Converted.load;
import static dev.swarmha.deploy.convert.Converted.service;
import static dev.swarmha.deploy.convert.Converted.web;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.stack.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {

  @Test
  void keepsTheLongFormAsItIs() {
    assertThat(
            service("ports: [{target: 3000, published: 8080, mode: host}]").mapping("EndpointSpec"))
        .isEqualTo(yaml("{Ports: [{TargetPort: 3000, PublishedPort: 8080, PublishMode: host}]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "80                | 0:80/tcp",
        "8080:80           | 8080:80/tcp",
        "53:53/UDP         | 53:53/udp",
        "9100-9101:91      | 9100:91/tcp 9101:91/tcp",
        "9000-9001:90-91   | 9000:90/tcp 9001:91/tcp",
        "90-91             | 0:90/tcp 0:91/tcp",
        "127.0.0.1:5000:50 | 5000:50/tcp",
        "[::1]:5000:50     | 5000:50/tcp",
        "127.0.0.1::80     | 0:80/tcp",
        "80/               | 0:80/tcp"
      })
  void expandsShortForms(String written, String ports) {
    List<String> sent =
        service("ports: [\"" + written + "\"]")
            .mapping("EndpointSpec")
            .sequence("Ports")
            .mappings()
            .map(
                port ->
                    port.number("PublishedPort").orElse(0L)
                        + ":"
                        + port.number("TargetPort").orElseThrow()
                        + "/"
                        + port.text("Protocol").orElseThrow())
            .toList();

    assertThat(String.join(" ", sent)).isEqualTo(ports);
  }

  @Test
  void readsPortsThatOtherYamlLibrariesTakeForTimes() {
    assertThat(service("ports: [22:22]").at("EndpointSpec", "Ports"))
        .contains(
            yaml("p: [{Protocol: tcp, TargetPort: 22, PublishedPort: 22, PublishMode: ingress}]")
                .sequence("p"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "80:99999     | \"80:99999\" is not a port: a port is a number from 0 to 65535",
        "a:80         | \"a:80\" is not a port: a port is a number from 0 to 65535",
        "80:80/icmp   | \"80:80/icmp\" is not a port: the protocol must be tcp, udp or sctp",
        "80-82:80-81  | \"80-82:80-81\" is not a port: the two ranges differ in length",
        "82-80        | \"82-80\" is not a port: a range must not end before it begins",
        "host:80:80   | \"host:80:80\" is not a port: \"host\" is not an IP address"
      })
  void refusesWhatIsNoPort(String written, String message) {
    assertThat(errors(web("ports: [\"" + written + "\"]")))
        .containsExactly("stack.yml:4:13: services.web.ports.0: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[\"90:1\", \"80:3\", \"80:2/udp\", \"70:9\"] | 9 3 2 1",
        "[\"9-11\"]                               | 10 11 9",
        "[\"82\", \"81\"]                          | 82 81"
      })
  void keepsTheOrderOfTheFileWhereTheSameIsPublished(String written, String targets) {
    assertThat(
            service("ports: " + written)
                .mapping("EndpointSpec")
                .sequence("Ports")
                .mappings()
                .map(port -> String.valueOf(port.number("TargetPort").orElseThrow())))
        .containsExactly(targets.split(" "));
  }

  @Test
  void takesEmptyWordsForNone() {
    assertThat(
            service("ports: [{target: 80, protocol: '', mode: ''}]\ndeploy: {endpoint_mode: ''}")
                .mapping("EndpointSpec"))
        .isEqualTo(yaml("{Ports: [{TargetPort: 80}]}"));
  }

  @Test
  void sendsWhatHasNoTarget() {
    assertThat(service("ports: [{published: 8080}]").mapping("EndpointSpec"))
        .isEqualTo(yaml("{Ports: [{PublishedPort: 8080}]}"));
  }

  @Test
  void takesTheEndpointMode() {
    assertThat(service("deploy: {endpoint_mode: DNSRR}").mapping("EndpointSpec"))
        .isEqualTo(yaml("{Mode: dnsrr}"));
  }

  @Test
  void refusesTheRoutingMeshWithoutAVirtualAddress() {
    assertThat(errors(web("ports: [\"80:80\"]\ndeploy: {endpoint_mode: dnsrr}")))
        .containsExactly(
            "stack.yml:4:13: services.web.ports.0: with endpoint_mode dnsrr ports can be published in"
                + " mode host only");
  }

  @Test
  void warnsThatAddressesAreIgnored() {
    assertThat(load(Path.of("/"), web("ports: [\"127.0.0.1:80:80\"]")).warnings())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "stack.yml:4:13: services.web.ports.0: the address 127.0.0.1 is ignored: Swarm publishes"
                + " on all of them");
  }
}
