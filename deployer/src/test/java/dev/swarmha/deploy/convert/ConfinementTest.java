package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.Converted.container;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import org.junit.jupiter.api.Test;

class ConfinementTest {

  @Test
  void bringsCapabilitiesToOneForm() {
    Mapping container =
        container("cap_add: [net_admin, CAP_SYS_TIME]\ncap_drop: [SYS_TIME, chown, RESET]");

    assertThat(container.sequence("CapabilityAdd").texts())
        .containsExactly("CAP_NET_ADMIN", "CAP_SYS_TIME");
    assertThat(container.sequence("CapabilityDrop").texts()).containsExactly("CAP_CHOWN");
  }

  @Test
  void letsAllSwallowTheOthers() {
    assertThat(container("cap_drop: [chown, all]").sequence("CapabilityDrop").texts())
        .containsExactly("ALL");
  }

  @Test
  void sortsUlimitsByName() {
    assertThat(container("ulimits: {nproc: 5, core: {soft: 0, hard: -1}}").sequence("Ulimits"))
        .isEqualTo(
            yaml("u: [{Name: core, Soft: 0, Hard: -1}, {Name: nproc, Soft: 5, Hard: 5}]")
                .sequence("u"));
  }

  @Test
  void sendsSysctlsAsTexts() {
    assertThat(container("sysctls: {net.core.somaxconn: 1024}").mapping("Sysctls"))
        .isEqualTo(yaml("{net.core.somaxconn: \"1024\"}"));
  }
}
