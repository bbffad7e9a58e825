package dev.swarmha.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentDiffTest {

  record Case(String name, Document before, Document after, List<String> changes) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    Mapping web = Mapping.builder().put("image", "web:1").put("replicas", 2).build();
    Sequence ports = Sequence.of(Document.number(80), Document.number(443));
    return Stream.of(
        new Case("the same", web, web, List.of()),
        new Case(
            "one value",
            web,
            web.with("image", Document.text("web:2")),
            List.of("image: web:1 -> web:2")),
        new Case(
            "a key more", web, web.with("x", Document.bool(true)), List.of("x: (none) -> true")),
        new Case("a key less", web, web.without("replicas"), List.of("replicas: 2 -> (none)")),
        new Case(
            "null is not absence",
            web,
            web.with("x", Document.nothing()),
            List.of("x: (none) -> null")),
        new Case(
            "deep",
            Mapping.of("a", Mapping.of("b", web)),
            Mapping.of("a", Mapping.of("b", web.with("replicas", Document.number(3)))),
            List.of("a.b.replicas: 2 -> 3")),
        new Case(
            "an item more",
            ports,
            Sequence.of(Document.number(80), Document.number(443), Document.number(8080)),
            List.of("2: (none) -> 8080")),
        new Case(
            "items by position",
            ports,
            Sequence.of(Document.number(443)),
            List.of("0: 80 -> 443", "1: 443 -> (none)")),
        new Case(
            "another shape",
            Mapping.of("a", web),
            Mapping.of("a", ports),
            List.of("a: {image=web:1, replicas=2} -> [80, 443]")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void namesTheDeepestPlacesThatDiffer(Case change) {
    assertThat(DocumentDiff.between(change.before(), change.after()))
        .extracting(FieldChange::toString)
        .isEqualTo(change.changes());
  }

  @Test
  void findsNothingBetweenADocumentAndItselfAndAllOtherwise() {
    Random random = new Random(20_260_301);
    for (int round = 0; round < 200; round++) {
      Document left = document(random, 4);
      Document right = document(random, 4);

      assertThat(DocumentDiff.between(left, left)).isEmpty();
      assertThat(DocumentDiff.between(left, right).isEmpty()).isEqualTo(left.equals(right));
      assertThat(DocumentDiff.between(left, right))
          .hasSameSizeAs(DocumentDiff.between(right, left));
    }
  }

  private static Document document(Random random, int depth) {
    int kind = depth == 0 ? random.nextInt(3) : random.nextInt(5);
    return switch (kind) {
      case 0 -> Document.text("t" + random.nextInt(3));
      case 1 -> Document.number(random.nextInt(3));
      case 2 -> Document.nothing();
      case 3 ->
          Sequence.of(
              Stream.generate(() -> document(random, depth - 1)).limit(random.nextInt(4)).toList());
      default -> {
        Mapping.Builder builder = Mapping.builder();
        for (int i = random.nextInt(4); i > 0; i--) {
          builder.put("k" + random.nextInt(4), document(random, depth - 1));
        }
        yield builder.build();
      }
    };
  }
}
