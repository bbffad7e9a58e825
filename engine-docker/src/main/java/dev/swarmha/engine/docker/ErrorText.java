package dev.swarmha.engine.docker;

import dev.swarmha.document.Document;
import dev.swarmha.engine.docker.transport.Reply;
import dev.swarmha.engine.docker.wire.Json;

/** The Engine's own words in an answer that refuses: JSON as a rule, plain text now and then. */
final class ErrorText {

  private static final int LONGEST_PLAIN_TEXT = 500;

  private ErrorText() {}

  /** The words on one line; the status where there are none. */
  static String of(Reply reply) {
    String text = reply.text();
    String words =
        Json.parse(text)
            .flatMap(document -> document.at("message"))
            .flatMap(Document::asText)
            .orElseGet(() -> text.substring(0, Math.min(text.length(), LONGEST_PLAIN_TEXT)));
    String line = words.strip().replaceAll("\\s*\\R\\s*", " ");
    return line.isEmpty() ? "status " + reply.status() : line;
  }
}
