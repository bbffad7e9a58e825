package dev.swarmha.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LabelChangeTest {

  @Test
  void tellsLabelsToSetFromLabelsToRemove() {
    List<LabelChange> changes = read("zone=a", "disk-", "empty=", "dash-=b-", "rule=a=b");

    assertThat(LabelChange.toSet(changes))
        .isEqualTo(Map.of("zone", "a", "empty", "", "dash-", "b-", "rule", "a=b"));
    assertThat(LabelChange.toRemove(changes)).containsExactly("disk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zone", "=a", "-", ""})
  void refusesWhatIsNeither(String text) {
    assertThatThrownBy(() -> read(text))
        .hasMessage("expected key=value, or key- to remove a label");
  }

  private static List<LabelChange> read(String... texts) {
    LabelChange.Converter converter = new LabelChange.Converter();
    return Stream.of(texts).map(converter::convert).toList();
  }
}
