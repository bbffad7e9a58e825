package dev.swarmha.deploy.plan;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.FieldChange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Why a service is updated, in a few words: what people look for first, the rest by name. */
final class Cause {

  private static final DocumentPath IMAGE =
      DocumentPath.of("TaskTemplate", "ContainerSpec", "Image");
  private static final Map<String, String> REFERENCES =
      Map.of("SecretName", "secret", "ConfigName", "config");
  private static final int NAMED_AT_MOST = 3;

  private Cause() {}

  static String of(List<FieldChange> changes) {
    List<String> parts = new ArrayList<>();
    Set<String> fields = new LinkedHashSet<>();
    for (FieldChange change : changes) {
      if (change.path().equals(IMAGE)) {
        parts.add("image " + image(change.before()) + " -> " + image(change.after()));
      } else if (change.path().equals(Replicas.PATH)) {
        parts.add("replicas " + count(change.before()) + " -> " + count(change.after()));
      } else if (isReference(change)) {
        parts.add(reference(change));
      } else if (!isImageLabel(change.path())) {
        fields.add(field(change.path()));
      }
    }
    List<String> named = fields.stream().limit(NAMED_AT_MOST).toList();
    if (!named.isEmpty()) {
      int more = fields.size() - named.size();
      parts.add(String.join(", ", named) + (more > 0 ? " and " + more + " more" : "") + " changed");
    }
    return parts.isEmpty() ? "changed" : String.join("; ", parts);
  }

  /** A secret or config in the place of another. */
  private static boolean isReference(FieldChange change) {
    return change.path().last().filter(REFERENCES::containsKey).isPresent()
        && change.before().isPresent()
        && change.after().isPresent();
  }

  private static String reference(FieldChange change) {
    return change.path().last().map(REFERENCES::get).orElseThrow()
        + " "
        + name(change.before())
        + " -> "
        + name(change.after());
  }

  private static String name(Optional<Document> reference) {
    return reference.flatMap(Document::asText).orElse("(none)");
  }

  private static boolean isImageLabel(DocumentPath path) {
    return path.equals(DocumentPath.of("Labels", "com.docker.stack.image"));
  }

  /** The last key of a path; positions and the values below them say little to a reader. */
  private static String field(DocumentPath path) {
    List<String> keys =
        path.steps().stream()
            .filter(step -> step instanceof DocumentPath.Step.Key)
            .map(DocumentPath.Step::toString)
            .toList();
    return keys.isEmpty() ? "spec" : keys.get(keys.size() - 1);
  }

  /** The image as people write it: with its digest only where the tag alone would look the same. */
  private static String image(Optional<Document> image) {
    return image.flatMap(Document::asText).map(Cause::shortImage).orElse("(none)");
  }

  private static String shortImage(String image) {
    int digest = image.indexOf("@sha256:");
    int shown = digest + "@sha256:".length() + 7;
    return digest < 0 || shown > image.length() ? image : image.substring(0, shown);
  }

  private static String count(Optional<Document> replicas) {
    return replicas.map(Document::toString).orElse("1");
  }
}
