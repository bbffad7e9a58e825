package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.container;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostsTest {

  @Test
  void turnsHostsAround() {
    assertThat(
            container("extra_hosts: [\"b:1.2.3.4\", \"a=[::1]\", dropped, \"g:host-gateway\"]")
                .sequence("Hosts")
                .texts())
        .containsExactly("1.2.3.4 b", "::1 a", "host-gateway g");
  }

  @Test
  void sortsTheMappingForm() {
    assertThat(
            container("extra_hosts: {b: 1.1.1.1, a: 2.2.2.2, c: null}").sequence("Hosts").texts())
        .containsExactly("2.2.2.2 a", "1.1.1.1 b");
  }

  @Test
  void convertsNameServersAndSearchDomains() {
    assertThat(container("dns: 8.8.8.8\ndns_search: [a.test, b.test]").mapping("DNSConfig"))
        .isEqualTo(yaml("{Nameservers: [8.8.8.8], Search: [a.test, b.test]}"));
  }
}
