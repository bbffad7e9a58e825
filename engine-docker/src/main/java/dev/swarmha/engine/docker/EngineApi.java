package dev.swarmha.engine.docker;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.RegistryAuth;
import dev.swarmha.engine.docker.transport.Call;
import dev.swarmha.engine.docker.transport.Reply;
import dev.swarmha.engine.docker.transport.Streaming;
import dev.swarmha.engine.docker.transport.Transport;
import dev.swarmha.engine.docker.wire.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    this.negotiation = new ApiNegotiation(transport, pinnedVersion);
    this.refusals = new Refusals(transport.endpoint());
  }

  String version() {
    return negotiation.version().toString();
  }

  Mapping get(String purpose, String path) {
    return get(purpose, Call.of("GET", path));
  }

  Mapping get(String purpose, Call call) {
    return document(purpose, send(purpose, call)).asMapping().orElse(Mapping.empty());
  }

  /** The objects of a list; an Engine writes an empty one as null at times. */
  List<Mapping> list(String purpose, String path) {
    return document(purpose, send(purpose, Call.of("GET", path)))
        .asSequence()
        .map(items -> items.mappings().toList())
        .orElse(List.of());
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
    Streaming answer = transport.open(call.withPath("/v" + version() + call.path()));
    if (answer.isSuccess()) {
      return answer;
    }
    try (answer) {
      byte[] body = answer.body().readAllBytes();
      throw refusals.of(purpose, new Reply(answer.status(), Map.of(), body));
    } catch (IOException broken) {
      throw new EngineUnreachableException("cannot " + purpose + ": the answer broke off", broken);
    }
  }

  /** Sends a call whose path lacks the version yet. */
  Reply send(String purpose, Call call) {
    Reply reply = transport.send(call.withPath("/v" + version() + call.path()));
    if (!reply.isSuccess()) {
      throw refusals.of(purpose, reply);
    }
    return reply;
  }

  private Document document(String purpose, Reply reply) {
    return Json.parse(reply.text())
        .orElseThrow(
            () ->
                new EngineRefusedException(
                    "cannot "
                        + purpose
                        + ": the answer of "
                        + transport.endpoint()
                        + " is not JSON"));
  }

  static Map<String, String> headers(Optional<RegistryAuth> auth) {
    return auth.map(present -> Map.of("X-Registry-Auth", present.header())).orElse(Map.of());
  }
}
