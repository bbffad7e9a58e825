package dev.swarmha.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.SwarmMembership.JoinRequest;
import dev.swarmha.engine.SwarmMembership.JoinTokens;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretsStayHiddenTest {

  @Test
  void tokensAndCredentialsAreNotShown() {
    JoinRequest join =
        new JoinRequest(
            "SWMTKN-1-x", List.of("10.0.0.1:2377"), Optional.empty(), "0.0.0.0", Optional.empty());

    assertThat(join.toString()).contains("10.0.0.1:2377").doesNotContain("SWMTKN");
    assertThat(new JoinTokens("SWMTKN-1-w", "SWMTKN-1-m").toString()).doesNotContain("SWMTKN");
    assertThat(new RegistryAuth("c2VjcmV0").toString()).doesNotContain("c2VjcmV0");
  }
}
