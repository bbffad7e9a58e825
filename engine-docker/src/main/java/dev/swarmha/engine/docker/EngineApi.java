package dev.swarmha.engine.docker;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.RegistryAuth;
import dev.swarmha.engine.docker.transport.Call;
import dev.swarmha.engine.docker.transport.Reply;
import dev.swarmha.engine.docker.transport.Streaming;
import dev.swarmha.engine.docker.transport.Transport;
import dev.swarmha.engine.docker.wire.Json;
import dev.swarmha.engine.time.Deadline;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The Engine API as documents: paths without their version in, documents out, exceptions for
 * refusals. A purpose says in words what a call is for, and begins the message if it is refused.
 */
final class EngineApi {

  private final Transport transport;
  private final ApiNegotiation negotiation;
  private final Refusals refusals;

  EngineApi(Transport transport, Optional<String> pinnedVersion) {
    this.transport = transport;
    this.negotiation = new ApiNegotiation(pinnedVersion);
    this.refusals = new Refusals(transport.endpoint());
  }

  private EngineApi(EngineApi other, Deadline deadline) {
    this.transport = other.transport.until(deadline);
    this.negotiation = other.negotiation;
    this.refusals = other.refusals;
  }

  /** The same, whose questions are given up when the deadline has passed. */
  EngineApi until(Deadline deadline) {
    return new EngineApi(this, deadline);
  }

  String version() {
    return negotiation.version(transport).toString();
  }

  Mapping get(String purpose, String path) {
    return get(purpose, Call.of("GET", path));
  }

  Mapping get(String purpose, Call call) {
    return document(purpose, send(purpose, call)).asMapping().orElse(Mapping.empty());
  }

  /**
   * What is read of each object of a list, as they come: as a whole it may be longer than there is
   * memory. An Engine writes an empty one as null at times.
   */
  <T> List<T> list(String purpose, String path, Function<Mapping, T> reader) {
    return transport.send(
        versioned(Call.of("GET", path)),
        answer -> {
          if (!answer.isSuccess()) {
            throw refused(purpose, answer);
          }
          return Json.items(answer.body(), reader).orElseThrow(() -> notJson(purpose));
        });
  }

  /** Sends a document; the answer may be nothing. */
  Document post(String purpose, String path, Mapping body, Map<String, String> headers) {
    return post(purpose, Call.of("POST", path).withHeaders(headers), body);
  }

  /** Sends a document with a call that says everything else; the answer may be nothing. */
  Document post(String purpose, Call call, Mapping body) {
    Reply reply = send(purpose, call.withBody(Json.format(body)));
    return reply.text().isBlank() ? Document.nothing() : document(purpose, reply);
  }

  void delete(String purpose, String path) {
    send(purpose, Call.of("DELETE", path));
  }

  /** Sends a call whose answer is read as it comes. */
  Streaming stream(String purpose, Call call) {
    Streaming answer = transport.open(versioned(call));
    if (answer.isSuccess()) {
      return answer;
    }
    try (answer) {
      throw refused(purpose, answer);
    } catch (IOException broken) {
      throw new EngineUnreachableException("cannot " + purpose + ": the answer broke off", broken);
    }
  }

  /** Sends a call whose path lacks the version yet. */
  Reply send(String purpose, Call call) {
    Reply reply = transport.send(versioned(call));
    if (!reply.isSuccess()) {
      throw refusals.of(purpose, reply);
    }
    return reply;
  }

  private Call versioned(Call call) {
    return call.withPath("/v" + version() + call.path());
  }

  private EngineException refused(String purpose, Streaming answer) throws IOException {
    return refusals.of(purpose, new Reply(answer.status(), Map.of(), answer.body().readAllBytes()));
  }

  private Document document(String purpose, Reply reply) {
    return Json.parse(reply.text()).orElseThrow(() -> notJson(purpose));
  }

  private EngineException notJson(String purpose) {
    return new EngineRefusedException(
        "cannot " + purpose + ": the answer of " + transport.endpoint() + " is not JSON");
  }

  static Map<String, String> headers(Optional<RegistryAuth> auth) {
    return auth.map(present -> Map.of("X-Registry-Auth", present.header())).orElse(Map.of());
  }
}
