package dev.swarmha.deploy.rotate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenamingTest {

  private static final DocumentPath CONTAINER = DocumentPath.of("TaskTemplate", "ContainerSpec");
  private static final DocumentPath CREDENTIALS =
      CONTAINER.child("Privileges").child("CredentialSpec").child("Config");

  private final Renaming renaming =
      new Renaming(
          Map.of(
              new ResourceRef(ResourceKind.CONFIG, "shop_b"),
              new ResourceRef(ResourceKind.CONFIG, "shop_b-1")));

  @Test
  void keepsTheOrderOfReferencesAndTheFilesThatTasksSee() {
    Mapping service = service(Sequence.of(reference("shop_a"), reference("shop_b")));

    Mapping renamed = renaming.apply(resource(ResourceKind.SERVICE, "shop_web", service)).spec();

    Mapping expected = reference("shop_b").with("ConfigName", Document.text("shop_b-1"));
    assertThat(renamed).isEqualTo(service(Sequence.of(reference("shop_a"), expected)));
  }

  @Test
  void followsCredentialSpecs() {
    Mapping service = Mapping.empty().withAt(CREDENTIALS, Document.text("shop_b"));

    Mapping renamed = renaming.apply(resource(ResourceKind.SERVICE, "shop_web", service)).spec();

    assertThat(renamed.at(CREDENTIALS)).contains(Document.text("shop_b-1"));
  }

  @Test
  void leavesASecretOfTheSameNameAlone() {
    DesiredResource secret = resource(ResourceKind.SECRET, "shop_b", Mapping.empty());

    assertThat(renaming.apply(secret)).isEqualTo(secret);
  }

  private static Mapping service(Sequence configs) {
    return Mapping.empty().withAt(CONTAINER.child("Configs"), configs);
  }

  private static Mapping reference(String name) {
    return Mapping.builder()
        .put("ConfigName", name)
        .put("File", Mapping.of("Name", Document.text(name)))
        .build();
  }

  private static DesiredResource resource(ResourceKind kind, String name, Mapping spec) {
    return DesiredResource.of(new ResourceRef(kind, name), spec);
  }
}
