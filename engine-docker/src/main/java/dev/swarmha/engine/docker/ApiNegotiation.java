package dev.swarmha.engine.docker;

import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.docker.endpoint.EndpointException;
import dev.swarmha.engine.docker.transport.AnswerTime;
import dev.swarmha.engine.docker.transport.Call;
import dev.swarmha.engine.docker.transport.Reply;
import dev.swarmha.engine.docker.transport.Transport;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Agrees on an API version at the first call, as the docker CLI does: the newest that both sides
 * speak. An older one would make the Engine drop what it does not know from specs, in silence.
 */
final class ApiNegotiation {

  private static final String PING = "/_ping";

  private final Optional<ApiVersion> pinned;
  private @Nullable ApiVersion agreed;

  /**
   * Prepares to negotiate, or not to.
   *
   * @param pinned the value of {@code DOCKER_API_VERSION}, which is used without asking
   */
  ApiNegotiation(Optional<String> pinned) {
    this.pinned = pinned.map(ApiNegotiation::readPinned);
  }

  private static ApiVersion readPinned(String text) {
    return ApiVersion.parse(text)
        .orElseThrow(
            () ->
                new EndpointException(
                    "DOCKER_API_VERSION is not a version such as "
                        + ApiVersion.OLDEST
                        + ": "
                        + text));
  }

  /** The version; asked for once, through whichever connection needs it first. */
  synchronized ApiVersion version(Transport transport) {
    if (agreed == null) {
      agreed = pinned.orElseGet(() -> negotiate(transport));
    }
    return agreed;
  }

  private static ApiVersion negotiate(Transport transport) {
    Reply ping = ping(transport);
    Optional<ApiVersion> engines = ping.header("Api-Version").flatMap(ApiVersion::parse);
    if (engines.isEmpty()) {
      // A proxy may drop the header; a wrong guess is refused with the right range in the text.
      return ApiVersion.NEWEST;
    }
    if (engines.get().compareTo(ApiVersion.OLDEST) < 0) {
      throw new EngineRefusedException(
          "the Engine at "
              + transport.endpoint()
              + " speaks API "
              + engines.get()
              + "; swarmha needs "
              + ApiVersion.OLDEST
              + " (Docker 20.10) or newer");
    }
    return engines.get().compareTo(ApiVersion.NEWEST) < 0 ? engines.get() : ApiVersion.NEWEST;
  }

  private static Reply ping(Transport transport) {
    Reply head = transport.send(Call.of("HEAD", PING).within(AnswerTime.PING));
    if (head.isSuccess()) {
      return head;
    }
    // Some proxies do not let HEAD pass.
    Reply get = transport.send(Call.of("GET", PING).within(AnswerTime.PING));
    if (get.isSuccess()) {
      return get;
    }
    throw notAnEngine(transport, get);
  }

  private static RuntimeException notAnEngine(Transport transport, Reply reply) {
    String words = ErrorText.of(reply);
    if (words.toLowerCase(Locale.ROOT).contains("http request to an https server")) {
      return new EngineUnreachableException(
          "cannot reach the Engine at "
              + transport.endpoint()
              + ": it speaks TLS; use --tlsverify, or set DOCKER_TLS_VERIFY and DOCKER_CERT_PATH",
          null);
    }
    return new EngineRefusedException(
        "what answers at " + transport.endpoint() + " is no Docker Engine: " + words);
  }
}
