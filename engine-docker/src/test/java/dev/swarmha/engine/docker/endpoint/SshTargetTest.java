package dev.swarmha.engine.docker.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SshTargetTest {

  private static Endpoint resolve(String host) {
    return new EndpointResolver(Map.of()).resolve(EndpointOptions.host(host));
  }

  @Test
  void readsEveryPartOfAnAddress() {
    assertThat(resolve("ssh://admin@m1.example:2222/run/user/1000/docker.sock").ssh())
        .contains(
            new SshTarget(
                Optional.of("admin"),
                "m1.example",
                Optional.of(2222),
                Optional.of("/run/user/1000/docker.sock")));
  }

  @Test
  void leavesToSshWhatIsNotSaid() {
    assertThat(resolve("ssh://m1").ssh())
        .contains(new SshTarget(Optional.empty(), "m1", Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "ssh://m1/,              ssh://m1",
    "ssh://my_box:22,        ssh://my_box:22",
    "ssh://root@[fe80::1],   ssh://root@[fe80::1]",
    "ssh://me@corp@bastion,  ssh://me@corp@bastion",
  })
  void takesWhateverSshTakes(String host, String expected) {
    assertThat(resolve(host).uri()).hasToString(expected);
    assertThat(resolve(expected).ssh()).isEqualTo(resolve(host).ssh());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssh://-oProxyCommand=touch",
        "ssh://-l@m1",
        "ssh://-i@m1:22",
        "ssh://[-oProxyCommand=touch]",
        "ssh://m1 -oProxyCommand=touch",
        "ssh://root@",
        "ssh://",
        "ssh://root:secret@m1",
        "ssh://m1:port",
        "ssh://m1:0",
        "ssh://m1/run/docker.sock;reboot",
        "ssh://m1/run/$(reboot)",
        "ssh://m1?x",
      })
  void refusesWhatWouldMeanSomethingElseOnACommandLine(String host) {
    assertThatThrownBy(() -> resolve(host))
        .isInstanceOf(EndpointException.class)
        .hasMessageStartingWith("no endpoint: " + host + " (from --host): ");
  }
}
