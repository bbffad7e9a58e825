package dev.swarmha.cli.command;

import dev.swarmha.deploy.store.InspectStored.Inspected;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/** A secret or config as a document: a config with its content, a secret without. */
final class StoredDocument {

  private StoredDocument() {}

  static Mapping of(Inspected inspected) {
    Resource object = inspected.object();
    Mapping.Builder document =
        Mapping.builder()
            .put("id", object.id().value())
            .put("name", object.name())
            .put("created", object.createdAt().truncatedTo(ChronoUnit.SECONDS).toString())
            .put("updated", object.updatedAt().truncatedTo(ChronoUnit.SECONDS).toString())
            .put("labels", Mapping.ofTexts(object.labels()))
            .put("services", Document.texts(inspected.services()));
    inspected.content().ifPresent(content -> put(content, document));
    return document.build();
  }

  private static void put(Payload content, Mapping.Builder document) {
    document.put("size", content.size());
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content.bytes())).toString();
      document.put("encoding", "text").put("content", text);
    } catch (CharacterCodingException noText) {
      document
          .put("encoding", "base64")
          .put("content", Base64.getEncoder().encodeToString(content.bytes()));
    }
  }
}
