package dev.swarmha.deploy.revision;

import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.parse.YamlParser;
import dev.swarmha.stack.render.YamlWriter;
import dev.swarmha.stack.source.StackSource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The data of a revision: a stream of two YAML documents. The first is the rendered stack, the
 * second the specs that were sent for it, by kind and name. The data of secrets and configs is in
 * neither.
 */
final class RevisionData {

  private static final String NEXT_DOCUMENT = "\n---\n";

  /** swarmkit, {@code manager/controlapi/config.go}; what is larger is refused. */
  private static final int LIMIT = 1_024_000;

  private RevisionData() {}

  /** The data for a stack; without the specs where both together would be too much to keep. */
  static Payload of(DesiredStack desired) {
    String rendered = YamlWriter.write(desired.rendered()).stripTrailing();
    byte[] both = bytes(rendered + NEXT_DOCUMENT + YamlWriter.write(specs(desired)));
    return Payload.of(both.length < LIMIT ? both : bytes(rendered + "\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Mapping specs(DesiredStack desired) {
    Map<String, Map<String, Mapping>> kinds = new TreeMap<>();
    for (DesiredResource each : desired.resources()) {
      kinds
          .computeIfAbsent(each.ref().kind().word(), kind -> new TreeMap<>())
          .put(each.ref().name(), each.spec());
    }
    Mapping.Builder specs = Mapping.builder();
    kinds.forEach((kind, named) -> specs.put(kind, Mapping.of(named)));
    return specs.build();
  }

  /** The specs in a stored revision; empty where it does not tell them. */
  static Optional<Map<ResourceRef, Mapping>> specs(Resource config) {
    String data = config.spec().text("Data").orElse("");
    String text = new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
    int specs = text.indexOf(NEXT_DOCUMENT);
    if (specs < 0) {
      return Optional.empty();
    }
    String second = text.substring(specs + NEXT_DOCUMENT.length());
    return new YamlParser()
        .parse(new StackSource(config.name(), second), new Diagnostics())
        .map(RevisionData::byObject);
  }

  private static Map<ResourceRef, Mapping> byObject(Mapping kinds) {
    Map<ResourceRef, Mapping> specs = new TreeMap<>();
    for (ResourceKind kind : ResourceKind.values()) {
      kinds
          .mapping(kind.word())
          .entries()
          .forEach((name, spec) -> specs.put(new ResourceRef(kind, name), mapping(spec)));
    }
    return specs;
  }

  private static Mapping mapping(Document spec) {
    return spec.asMapping().orElse(Mapping.empty());
  }
}
