package dev.swarmha.deploy.store;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.Lookup;
import dev.swarmha.document.Document;
import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at one secret or config, and at who uses it. A secret's content no Engine gives back. */
public final class InspectStored {

  private final SwarmEngine engine;

  public InspectStored(SwarmEngine engine) {
    this.engine = engine;
  }

  /**
   * A secret or config.
   *
   * @param content of a config; empty for secrets
   * @param services the names of those that use it
   */
  public record Inspected(Resource object, Optional<Payload> content, List<String> services) {
    public Inspected {
      requireNonNull(object, "object");
      requireNonNull(content, "content");
      services = List.copyOf(services);
    }
  }

  /**
   * Looks.
   *
   * @throws NotFoundException when it is not there
   * @throws EngineRefusedException when the name is ambiguous
   */
  public Inspected run(StoredKind stored, String name) {
    Resource object =
        new Lookup<Resource>(stored.kind().word(), each -> each.id().value(), Resource::name)
            .find(engine.list(stored.kind(), Selector.all()), name);
    List<String> services =
        engine.list(ResourceKind.SERVICE, Selector.all()).stream()
            .filter(service -> uses(service, object))
            .map(Resource::name)
            .toList();
    return new Inspected(object, content(object), services);
  }

  private static Optional<Payload> content(Resource object) {
    return object.kind() == ResourceKind.SECRET
        ? Optional.empty()
        : object
            .spec()
            .get("Data")
            .flatMap(Document::asText)
            .map(data -> Payload.of(Base64.getDecoder().decode(data)));
  }

  private static boolean uses(Resource service, Resource object) {
    boolean secret = object.kind() == ResourceKind.SECRET;
    Set<String> ids =
        Set.copyOf(
            service
                .spec()
                .mapping("TaskTemplate")
                .mapping("ContainerSpec")
                .sequence(secret ? "Secrets" : "Configs")
                .mappings()
                .map(use -> use.text(secret ? "SecretID" : "ConfigID").orElse(""))
                .toList());
    return ids.contains(object.id().value());
  }
}
