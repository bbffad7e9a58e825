package dev.swarmha.deploy.words;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.DocumentPath.Step;
import dev.swarmha.document.Mapping;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a stack file says what stands at one place of a spec.
 *
 * @param place where the file says it: {@code *} and {@code []} take, in their order, the keys and
 *     positions that the spec has under its own wildcards
 * @param words what the file says there; empty where it has no words for such a value
 * @param open whether what lies below is said by phrases of its own
 * @param silent what needs no words, since the Engine fills it in by itself
 */
record Phrase(List<String> place, Words words, boolean open, Predicate<Document> silent) {

  /** A value of a spec to a value of a stack file. */
  interface Words {
    Optional<Document> of(Document value);
  }

  private static final Words SAME = Optional::of;

  Phrase {
    place = List.copyOf(place);
    requireNonNull(words, "words");
    requireNonNull(silent, "silent");
  }

  /** The same value under another name. */
  static Phrase at(String place) {
    return at(place, SAME);
  }

  static Phrase at(String place, Words words) {
    return new Phrase(List.of(place.split("\\.")), words, false, Document::isNull);
  }

  /** Nothing that a stack file could say. */
  static Phrase none() {
    return at("none", value -> Optional.empty());
  }

  /** Nothing that matters. */
  static Phrase silence() {
    return new Phrase(List.of("none"), value -> Optional.empty(), false, value -> true);
  }

  /** The same phrase, silent about what the Engine fills in by itself. */
  Phrase unless(Document filledIn) {
    return new Phrase(place, words, open, silent.or(filledIn::equals));
  }

  Phrase unless(String filledIn) {
    return unless(Document.text(filledIn));
  }

  /** A section that counts by being there, even if it is empty. */
  static Phrase section(String place) {
    return at(place, value -> Optional.of(Mapping.empty())).andBelow();
  }

  /** The same phrase for a place below which there is more to say. */
  Phrase andBelow() {
    return new Phrase(place, words, true, silent);
  }

  /** Where the file says what stands at a path of the spec. */
  DocumentPath target(List<String> pattern, DocumentPath path) {
    Iterator<Step> wild = wildcards(pattern, path).iterator();
    List<Step> steps = new ArrayList<>();
    for (String part : place) {
      steps.add(isWildcard(part) ? wild.next() : new Step.Key(part));
    }
    return new DocumentPath(steps);
  }

  private static List<Step> wildcards(List<String> pattern, DocumentPath path) {
    List<Step> wild = new ArrayList<>();
    for (int i = 0; i < pattern.size(); i++) {
      if (isWildcard(pattern.get(i))) {
        wild.add(path.steps().get(i));
      }
    }
    return wild;
  }

  private static boolean isWildcard(String part) {
    return part.equals("*") || part.equals("[]");
  }
}
