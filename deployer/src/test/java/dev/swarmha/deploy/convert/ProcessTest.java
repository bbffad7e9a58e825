package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.container;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import org.junit.jupiter.api.Test;

class ProcessTest {

  @Test
  void convertsWhatRunsInAContainer() {
    Mapping container =
        container(
            """
            user: "1000"
            working_dir: /srv
            hostname: "{{.Node.Hostname}}"
            stop_signal: SIGINT
            stop_grace_period: 0s
            tty: true
            stdin_open: true
            read_only: true
            init: false
            isolation: default
            """);

    assertThat(container.without("Image").without("Labels").without("Privileges"))
        .isEqualTo(
            yaml(
                """
                User: "1000"
                Dir: /srv
                Hostname: "{{.Node.Hostname}}"
                StopSignal: SIGINT
                StopGracePeriod: 0
                TTY: true
                OpenStdin: true
                ReadOnly: true
                Init: false
                Isolation: default
                """));
  }

  @Test
  void leavesOutWhatIsFalse() {
    assertThat(container("tty: false\nread_only: false").keys())
        .containsExactlyInAnyOrder("Image", "Labels", "Privileges");
  }
}
