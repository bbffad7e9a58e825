package dev.swarmha.deploy.rotate;

import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.deploy.plan.Generations;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import java.util.Map;
import java.util.Optional;

/**
 * Other names for secrets and configs, in what they are and wherever a service refers to them. The
 * files that a service sees keep their names, and the references their order.
 */
record Renaming(Map<ResourceRef, ResourceRef> names) {

  private static final DocumentPath CONTAINER = DocumentPath.of("TaskTemplate", "ContainerSpec");
  private static final DocumentPath CREDENTIAL_SPEC =
      CONTAINER.child("Privileges").child("CredentialSpec").child("Config");

  DesiredResource apply(DesiredResource resource) {
    if (resource.ref().kind() == ResourceKind.SERVICE) {
      return new DesiredResource(resource.ref(), service(resource.spec()), resource.payload());
    }
    return Optional.ofNullable(names.get(resource.ref()))
        .map(name -> new DesiredResource(name, renamed(resource, name), resource.payload()))
        .orElse(resource);
  }

  private static Mapping renamed(DesiredResource resource, ResourceRef name) {
    return resource
        .spec()
        .with("Name", Document.text(name.name()))
        .withAt(DocumentPath.of("Labels", Generations.LABEL), Document.text(resource.ref().name()));
  }

  private Mapping service(Mapping spec) {
    Mapping secrets = references(spec, ResourceKind.SECRET, "Secrets", "SecretName");
    Mapping configs = references(secrets, ResourceKind.CONFIG, "Configs", "ConfigName");
    return configs
        .at(CREDENTIAL_SPEC)
        .flatMap(Document::asText)
        .map(name -> configs.withAt(CREDENTIAL_SPEC, renamed(ResourceKind.CONFIG, name)))
        .orElse(configs);
  }

  private Mapping references(Mapping spec, ResourceKind kind, String list, String key) {
    DocumentPath path = CONTAINER.child(list);
    return spec.at(path)
        .flatMap(Document::asSequence)
        .map(references -> references.mappings().map(each -> reference(each, kind, key)).toList())
        .map(renamed -> spec.withAt(path, Sequence.of(renamed)))
        .orElse(spec);
  }

  private Mapping reference(Mapping reference, ResourceKind kind, String key) {
    return reference
        .text(key)
        .map(name -> reference.with(key, renamed(kind, name)))
        .orElse(reference);
  }

  private Document renamed(ResourceKind kind, String name) {
    ResourceRef ref = new ResourceRef(kind, name);
    return Document.text(names.getOrDefault(ref, ref).name());
  }
}
