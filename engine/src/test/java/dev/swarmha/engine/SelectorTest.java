package dev.swarmha.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.document.Mapping;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectorTest {

  private final Resource web = resource("shop_web", Map.of(Selector.STACK_LABEL, "shop", "a", "1"));

  @Test
  void selectsByEveryLabelAndByExactName() {
    assertThat(Selector.all().matches(web)).isTrue();
    assertThat(Selector.stack("shop").matches(web)).isTrue();
    assertThat(Selector.stack("sho").matches(web)).isFalse();
    assertThat(Selector.names("shop_web", "shop_api").matches(web)).isTrue();
    assertThat(Selector.names("shop").matches(web)).isFalse();
    assertThat(new Selector(Map.of("a", "1", "b", "2"), Set.of()).matches(web)).isFalse();
    assertThat(new Selector(Map.of("a", "1"), Set.of("other")).matches(web)).isFalse();
  }

  @Test
  void doesNotTakeNoNamesForAllNames() {
    assertThatThrownBy(() -> Selector.names(Set.of())).isInstanceOf(IllegalArgumentException.class);
  }

  private static Resource resource(String name, Map<String, String> labels) {
    return new Resource(
        ResourceKind.SERVICE,
        new ResourceId("id1"),
        new ObjectVersion(1),
        name,
        Instant.EPOCH,
        Mapping.of("Labels", Mapping.ofTexts(labels)),
        Optional.empty());
  }
}
