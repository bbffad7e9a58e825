package dev.swarmha.engine.docker;

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
import java.util.List;

/**
 * Turns an answer that refuses into the exception for it. Swarm's own errors come as gRPC codes
 * behind few HTTP codes (moby {@code daemon/cluster/convert}), so some are known by their words
 * only; those have been the same since 17.06.
 */
record Refusals(Endpoint endpoint) {

  /**
   * What a manager says that has got no answer from a leader (swarmkit {@code
   * manager/state/raft/raft.go} and {@code protobuf/plugin/raftproxy}; gRPC). It passes a call on a
   * second time when the leader is lost in the middle of it, so none of this tells whether a change
   * was made.
   */
  private static final List<String> WITHOUT_LEADER =
      List.of(
          "The swarm does not have a leader",
          "raft: no elected cluster leader",
          "raft: failed to process the request",
          "raft: node is not yet part of a raft cluster",
          "more than one redirect to leader",
          "Manager is being prepared or has trouble connecting to the cluster",
          "code = DeadlineExceeded",
          "code = Unavailable",
          "code = Canceled",
          "context deadline exceeded",
          "context canceled",
          "transport is closing",
          "the connection is unavailable");

  /** What an Engine itself says with a status that otherwise comes from something before it. */
  private static final List<String> DEFINITE =
      List.of("Timeout was reached before node", "Swarm is encrypted", "Swarm certificates have");

  /**
   * The exception for an answer.
   *
   * @param purpose what was asked for, such as "create service shop_web"
   */
  EngineException of(String purpose, Reply reply) {
    String words = ErrorText.of(reply);
    String message = "cannot " + purpose + ": " + words;
    if (isWithoutLeader(words)) {
      return new NoLeaderException(message + " (the Engine at " + endpoint + ")");
    }
    if (words.contains("is not a swarm manager")) {
      return new NotAManagerException(message + " (the Engine at " + endpoint + ")");
    }
    if (words.contains("update out of sequence")) {
      return new StaleVersionException(message);
    }
    if (words.contains("only updates to Labels are allowed")) {
      return new OtherContentException(message);
    }
    if (words.contains("is in use by") || words.contains("has active endpoints")) {
      return new InUseException(message);
    }
    // Said with 500, of a network that is gone but still attached to containers on the Engine too.
    if (words.startsWith("network ") && words.endsWith(" not found")) {
      return new NotFoundException(message);
    }
    if (words.contains("client version") && words.contains("is too ")) {
      return new EngineRefusedException(
          message + " (the Engine at " + endpoint + "; see DOCKER_API_VERSION)");
    }
    return switch (reply.status()) {
      case 404 -> new NotFoundException(message);
      case 409 -> new NameTakenException(message);
      case 502, 503, 504 -> unavailable(message, words);
      default -> new EngineRefusedException(message);
    };
  }

  private static boolean isWithoutLeader(String words) {
    return WITHOUT_LEADER.stream().anyMatch(words::contains);
  }

  private EngineException unavailable(String message, String words) {
    return DEFINITE.stream().anyMatch(words::contains)
        ? new EngineRefusedException(message)
        : EngineUnreachableException.unanswered(
            message + " (what answers at " + endpoint + ")", null);
  }
}
