package dev.swarmha.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.InUseException;
import dev.swarmha.engine.NameTakenException;
import dev.swarmha.engine.NoLeaderException;
import dev.swarmha.engine.NotAManagerException;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.OtherContentException;
import dev.swarmha.engine.StaleVersionException;
import dev.swarmha.engine.docker.endpoint.Endpoint;
import dev.swarmha.engine.docker.transport.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {

  private final Refusals refusals =
      new Refusals(
          new Endpoint(URI.create("tcp://10.0.0.1:2375"), Optional.empty(), "from --host"));

  private EngineException refusal(int status, String body) {
    return refusals.of(
        "remove secret s", new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
  }

  private record Case(int status, String words, Class<? extends EngineException> expected) {}

  static Stream<Case> cases() {
    return Stream.of(
        new Case(
            503,
            "This node is not a swarm manager. Use \\\"docker swarm init\\\" or \\\"docker swarm"
                + " join\\\" to connect this node to swarm and try again.",
            NotAManagerException.class),
        new Case(
            500,
            "rpc error: code = Unknown desc = update out of sequence",
            StaleVersionException.class),
        new Case(
            409,
            "rpc error: code = AlreadyExists desc = secret s already exists",
            NameTakenException.class),
        new Case(400, "only updates to Labels are allowed", OtherContentException.class),
        new Case(404, "secret s not found", NotFoundException.class),
        new Case(500, "network n not found", NotFoundException.class),
        new Case(
            400,
            "rpc error: code = InvalidArgument desc = secret 's' is in use by the following"
                + " service: web",
            InUseException.class),
        new Case(400, "network n is in use by task t", InUseException.class),
        new Case(
            403,
            "error while removing network: network n has active endpoints",
            InUseException.class),
        new Case(
            400,
            "rpc error: code = InvalidArgument desc = port '80' is already in use by service 'a'"
                + " (id) as an ingress port",
            EngineRefusedException.class),
        new Case(501, "service mode change is not allowed", EngineRefusedException.class));
  }

  static Stream<Case> withoutLeader() {
    return Stream.of(
        new Case(
            500,
            "rpc error: code = DeadlineExceeded desc = context deadline exceeded",
            NoLeaderException.class),
        new Case(
            500,
            "rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that"
                + " too few managers are online.",
            NoLeaderException.class),
        new Case(
            500,
            "rpc error: code = Unknown desc = raft: failed to process the request: node lost leader"
                + " status",
            NoLeaderException.class),
        new Case(
            503,
            "This node is not a swarm manager. Manager is being prepared or has trouble connecting"
                + " to the cluster.",
            NoLeaderException.class),
        new Case(503, "no server is available", EngineUnreachableException.class),
        new Case(504, "gateway timeout", EngineUnreachableException.class),
        new Case(
            503,
            "Swarm is encrypted and needs to be unlocked before it can be used.",
            EngineRefusedException.class));
  }

  @ParameterizedTest
  @MethodSource({"cases", "withoutLeader"})
  void knowsWhatAnEngineMeans(Case refused) {
    EngineException exception =
        refusal(refused.status(), "{\"message\":\"" + refused.words() + "\"}");

    assertThat(exception)
        .isExactlyInstanceOf(refused.expected())
        .hasMessageStartingWith("cannot remove secret s: " + refused.words().replace("\\", ""));
  }

  @Test
  void leavesOpenWhatALostLeaderOrSomethingInBetweenHasDone() {
    assertThat(refusal(500, "{\"message\":\"The swarm does not have a leader.\"}"))
        .matches(EngineException::mayHaveTakenEffect);
    assertThat(refusal(503, "busy")).matches(EngineException::mayHaveTakenEffect);
    assertThat(refusal(503, "{\"message\":\"This node is not a swarm manager.\"}"))
        .matches(failure -> !failure.mayHaveTakenEffect());
    assertThat(refusal(500, "rpc error: code = Unknown desc = update out of sequence"))
        .matches(failure -> !failure.mayHaveTakenEffect());
  }

  @Test
  void readsPlainTextOnOneLine() {
    assertThat(refusal(400, "client version 1.23 is too old.\nPlease upgrade.\n"))
        .hasMessageContaining("cannot remove secret s: client version 1.23 is too old. Please");
    assertThat(refusal(502, "")).hasMessageStartingWith("cannot remove secret s: status 502 ");
    assertThat(refusal(500, "{\"error\":1}")).hasMessage("cannot remove secret s: {\"error\":1}");
  }
}
