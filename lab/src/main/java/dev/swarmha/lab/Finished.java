package dev.swarmha.lab;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A command that has ended, with everything it has said. */
public record Finished(String command, int exitCode, String out, String err, Duration duration) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public Finished {
    requireNonNull(command, "command");
    requireNonNull(out, "out");
    requireNonNull(err, "err");
    requireNonNull(duration, "duration");
  }

  /**
   * This, if it has ended so.
   *
   * @throws AssertionError that tells everything, if it has not
   */
  public Finished expect(int wanted) {
    if (exitCode != wanted) {
      throw new AssertionError("expected exit code " + wanted + " of " + this);
    }
    return this;
  }

  /** Standard output as one JSON document. */
  public JsonNode json() {
    return read(out);
  }

  /** Standard output as JSON events, one a line. */
  public List<JsonNode> events() {
    return out.lines().map(this::read).toList();
  }

  /** The JSON events of one type. */
  public List<JsonNode> events(String type) {
    return events().stream().filter(event -> event.path("type").asText().equals(type)).toList();
  }

  /** The last JSON event, which has to be the result. */
  public JsonNode result() {
    List<JsonNode> events = events();
    if (events.isEmpty() || !events.get(events.size() - 1).path("type").asText().equals("result")) {
      throw new AssertionError("expected a result at the end of " + this);
    }
    return events.get(events.size() - 1);
  }

  private JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException broken) {
      throw new AssertionError("expected JSON from " + this, broken);
    }
  }

  @Override
  public String toString() {
    return String.join(
        "\n",
        command,
        "exit code: " + exitCode + " after " + duration.toMillis() + " ms",
        "--- standard output",
        out,
        "--- standard error",
        err);
  }
}
