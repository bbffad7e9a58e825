package dev.swarmha.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingTest {

  private static final Origin ORIGIN = new Origin("stack.yml", 4, 7);

  private final Mapping mapping =
      Mapping.builder()
          .put("b", "1")
          .put("a", 2)
          .put("c", Mapping.of("d", Document.bool(true)))
          .build();

  @Test
  void keepsTheOrderInWhichKeysWereWritten() {
    assertThat(mapping.keys()).containsExactly("b", "a", "c");
    assertThat(mapping.with("a", Document.number(3)).keys()).containsExactly("b", "a", "c");
    assertThat(mapping.without("b").keys()).containsExactly("a", "c");
  }

  @Test
  void comparesContentAndNeitherOrderNorOrigin() {
    Mapping other =
        Mapping.builder()
            .put("c", Mapping.of("d", Document.bool(true)))
            .put("a", ORIGIN, Document.number(2).withOrigin(ORIGIN))
            .put("b", "1")
            .build(ORIGIN);

    assertThat(other).isEqualTo(mapping).hasSameHashCodeAs(mapping);
    assertThat(other).isNotEqualTo(mapping.without("b"));
  }

  @Test
  void doesNotChangeWithTheMapItWasMadeOf() {
    Map<String, Document> source = new LinkedHashMap<>();
    source.put("a", Document.number(1));
    Mapping made = Mapping.of(source);

    source.put("b", Document.number(2));

    assertThat(made.keys()).containsExactly("a");
  }

  @Test
  void readsWhatIsMissingAsEmpty() {
    assertThat(mapping.mapping("nowhere")).isEqualTo(Mapping.empty());
    assertThat(mapping.sequence("nowhere").isEmpty()).isTrue();
    assertThat(mapping.text("a")).isEmpty();
    assertThat(mapping.number("b")).isEmpty();
    assertThat(mapping.at("c", "d")).contains(Document.bool(true));
    assertThat(mapping.at("c", "d", "e")).isEmpty();
  }

  @Test
  void makesTheMappingsOnTheWayToAPath() {
    Mapping deep = Mapping.empty().withAt(DocumentPath.of("x", "y", "z"), Document.text("here"));

    assertThat(deep.at("x", "y", "z")).contains(Document.text("here"));
  }

  @Test
  void setsNothingAtPathsThatAreNotKeys() {
    Document value = Document.text("x");

    assertThatThrownBy(() -> mapping.withAt(DocumentPath.root(), value))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> mapping.withAt(DocumentPath.of("c").child(0), value))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void knowsWhereAKeyWasWritten() {
    Origin keyAt = new Origin("stack.yml", 4, 1);
    Mapping written =
        Mapping.builder().put("image", keyAt, Document.text("web").withOrigin(ORIGIN)).build();

    assertThat(written.keyOrigin("image")).isEqualTo(keyAt);
    assertThat(Mapping.of("image", Document.text("web").withOrigin(ORIGIN)).keyOrigin("image"))
        .isEqualTo(ORIGIN);
    assertThat(written.without("image").keyOrigins()).isEmpty();
    assertThat(keyAt).hasToString("stack.yml:4:1");
  }

  @Test
  void passesOverWhatIsNotOfTheKindAskedFor() {
    Mapping labels = Mapping.builder().put("a", "1").put("b", 2).build();
    Sequence items = Sequence.of(Document.text("x"), Document.number(1), Mapping.empty());

    assertThat(labels.texts()).isEqualTo(Map.of("a", "1"));
    assertThat(items.texts()).containsExactly("x");
    assertThat(items.mappings()).containsExactly(Mapping.empty());
  }
}
