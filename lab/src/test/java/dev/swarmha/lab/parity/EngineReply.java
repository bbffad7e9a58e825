package dev.swarmha.lab.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What a recording Engine answers. */
record EngineReply(int status, JsonNode body) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  static EngineReply ok(JsonNode body) {
    return new EngineReply(200, body);
  }

  /** A new object's id, under the key that is usual for its kind. */
  static EngineReply created(String kind, String id) {
    String key = kind.equals("networks") ? "Id" : "ID";
    return new EngineReply(201, JSON.objectNode().put(key, id));
  }

  static EngineReply refused(int status, String message) {
    return new EngineReply(status, JSON.objectNode().put("message", message));
  }
}
