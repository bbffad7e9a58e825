package dev.swarmha.deploy.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SubnetTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.1.0/24, 10.0.1.1",
    "10.9.0.128/25, 10.9.0.129",
    "10.9.0.130/25, 10.9.0.129",
    "192.168.255.0/16, 192.168.0.1",
    "0.0.0.0/1, 0.0.0.1",
    "fd00:9::/64, fd00:9::1",
  })
  void hasAFirstAddressForHosts(String subnet, String first) {
    assertThat(Subnet.firstAddress(subnet)).contains(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.0.1.0", "10.0.1.0/0", "10.0.1.0/33", "fd00:9::1:0/112", "any"})
  void knowsNoneOfOddOnes(String subnet) {
    assertThat(Subnet.firstAddress(subnet)).isEmpty();
  }
}
