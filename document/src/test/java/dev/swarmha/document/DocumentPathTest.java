package dev.swarmha.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentPathTest {

  private final Document document =
      Mapping.of(
          "services",
          Mapping.of(
              "web.api",
              Mapping.of("ports", Sequence.of(Document.text("80"), Document.text("443")))));

  @Test
  void leadsThroughMappingsAndSequences() {
    DocumentPath path = DocumentPath.of("services", "web.api", "ports").child(1);

    assertThat(document.at(path)).contains(Document.text("443"));
    assertThat(path).hasToString("services.web.api.ports.1");
    assertThat(path.last()).contains("1");
  }

  @Test
  void leadsNowhereWhereTheDocumentIsOfAnotherShape() {
    DocumentPath ports = DocumentPath.of("services", "web.api", "ports");

    assertThat(document.at(ports.child(2))).isEmpty();
    assertThat(document.at(ports.child(-1))).isEmpty();
    assertThat(document.at(ports.child("0"))).isEmpty();
    assertThat(document.at(DocumentPath.of("services").child(0))).isEmpty();
    assertThat(document.at(DocumentPath.root())).contains(document);
  }

  @Test
  void knowsWhatLiesBelowIt() {
    DocumentPath web = DocumentPath.of("services", "web");

    assertThat(web.child("image").startsWith(web)).isTrue();
    assertThat(web.startsWith(web)).isTrue();
    assertThat(web.startsWith(DocumentPath.root())).isTrue();
    assertThat(web.startsWith(web.child("image"))).isFalse();
    assertThat(DocumentPath.of("services", "website").startsWith(web)).isFalse();
    assertThat(DocumentPath.root().last()).isEmpty();
  }
}
