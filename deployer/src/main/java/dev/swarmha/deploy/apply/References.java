package dev.swarmha.deploy.apply;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Snapshot;
import java.util.HashMap;
import java.util.Map;

/**
 * The ids of objects by name, and specs completed with them. The Engine wants secrets and configs
 * by id and name; networks it takes by either.
 */
final class References {

  private static final DocumentPath CONTAINER = DocumentPath.of("TaskTemplate", "ContainerSpec");

  private static final DocumentPath CREDENTIALS =
      CONTAINER.child("Privileges").child("CredentialSpec").child("Config");

  private final Map<ResourceRef, ResourceId> ids = new HashMap<>();

  References(Snapshot snapshot) {
    snapshot.resources().values().forEach(list -> list.forEach(this::add));
  }

  private void add(Resource resource) {
    ids.put(ResourceRef.of(resource), resource.id());
  }

  void add(ResourceRef ref, ResourceId id) {
    ids.put(ref, id);
  }

  Map<ResourceRef, ResourceId> ids() {
    return Map.copyOf(ids);
  }

  /** The spec with the ids of the secrets and configs that it names. */
  Mapping complete(Mapping spec) {
    Mapping withSecrets = complete(spec, ResourceKind.SECRET, "Secrets", "SecretName", "SecretID");
    Mapping withConfigs =
        complete(withSecrets, ResourceKind.CONFIG, "Configs", "ConfigName", "ConfigID");
    return withCredentials(withConfigs);
  }

  /** A credential spec has one field alone for its config; an id that is there already stays. */
  private Mapping withCredentials(Mapping spec) {
    return spec.at(CREDENTIALS)
        .flatMap(Document::asText)
        .map(name -> ids.get(new ResourceRef(ResourceKind.CONFIG, name)))
        .map(id -> spec.withAt(CREDENTIALS, Document.text(id.value())))
        .orElse(spec);
  }

  private Mapping complete(
      Mapping spec, ResourceKind kind, String list, String nameKey, String idKey) {
    DocumentPath path = CONTAINER.child(list);
    return spec.at(path)
        .flatMap(Document::asSequence)
        .map(
            references ->
                references.mappings().map(each -> withId(each, kind, nameKey, idKey)).toList())
        .map(completed -> spec.withAt(path, Sequence.of(completed)))
        .orElse(spec);
  }

  private Mapping withId(Mapping reference, ResourceKind kind, String nameKey, String idKey) {
    return reference
        .text(nameKey)
        .map(name -> ids.get(new ResourceRef(kind, name)))
        .map(id -> reference.with(idKey, Document.text(id.value())))
        .orElse(reference);
  }
}
