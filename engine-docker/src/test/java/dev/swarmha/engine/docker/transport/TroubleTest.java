package dev.swarmha.engine.docker.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.docker.endpoint.EndpointOptions;
import dev.swarmha.engine.docker.endpoint.EndpointResolver;
import java.net.SocketException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class TroubleTest {

  @Test
  void saysWhoMayUseASocketThatIsForbidden() {
    Trouble trouble =
        new Trouble(
            new EndpointResolver(Map.of()).resolve(EndpointOptions.host("unix:///run/d.sock")));
    SocketException forbidden = new SocketException("Permission denied");

    EngineUnreachableException told =
        trouble.explain(Call.of("POST", "/services/create"), new CompletionException(forbidden));

    assertThat(told)
        .hasMessage(
            "cannot reach the Engine at unix:///run/d.sock (from --host): permission denied; run"
                + " this as root or as a member of the socket's group (usually docker)")
        .matches(failure -> !failure.mayHaveTakenEffect());
  }
}
