package dev.swarmha.cli.command;

import static java.util.Objects.requireNonNull;

import dev.swarmha.cli.output.JsonText;
import dev.swarmha.cli.output.Paint;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.cli.output.SafeText;
import dev.swarmha.deploy.diff.FieldDiff;
import dev.swarmha.deploy.diff.ObjectDiff;
import dev.swarmha.deploy.diff.StackDiff;
import dev.swarmha.deploy.plan.Step;
import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** What a deploy would change: a block of lines for each object, and a summary. */
record DiffView(StackDiff diff, Ansi ansi) implements Printable {

  private static final DocumentPath IMAGE = DocumentPath.of("image");
  private static final String DIGEST = "@sha256:";
  private static final int SHOWN_OF_DIGEST = 7;

  DiffView {
    requireNonNull(diff, "diff");
    requireNonNull(ansi, "ansi");
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (ObjectDiff object : diff.objects()) {
      lines.add(heading(object));
      object.fields().forEach(field -> lines.add(line(field)));
      lines.add("");
    }
    lines.add(summary());
    return lines;
  }

  private String heading(ObjectDiff object) {
    Paint paint =
        switch (object.verb()) {
          case CREATE -> Paint.ADDED;
          case UPDATE -> Paint.CHANGED;
          case REMOVE -> Paint.REMOVED;
        };
    String drift =
        switch (object.verb()) {
          case CREATE -> object.drift() ? drift("removed by hand") : "";
          case UPDATE -> "";
          case REMOVE -> object.drift() ? drift("made by hand") : "";
        };
    String text = sign(paint) + " " + object.object() + ": " + object.cause();
    return paint.on(SafeText.line(text), ansi) + drift;
  }

  private static String sign(Paint paint) {
    return paint == Paint.ADDED ? "+" : paint == Paint.REMOVED ? "-" : "~";
  }

  private String line(FieldDiff field) {
    Paint paint =
        field.before().isEmpty()
            ? Paint.ADDED
            : field.after().isEmpty() ? Paint.REMOVED : Paint.CHANGED;
    String values =
        paint == Paint.CHANGED
            ? shown(field, field.before()) + " -> " + shown(field, field.after())
            : shown(field, field.before().or(field::after));
    String text =
        "    " + sign(paint) + " " + SafeText.line(field.path().toString()) + ": " + values;
    return paint.on(text, ansi) + (field.drift() ? drift("changed by hand") : "");
  }

  private String drift(String how) {
    String since = diff.revision().map(number -> " since revision " + number).orElse("");
    return "  " + Paint.DRIFT.on("drift: " + how + since, ansi);
  }

  /** A value in one line; text with line breaks and the like in quotes. */
  private static String shown(FieldDiff field, Optional<Document> value) {
    Document document = value.orElse(Document.nothing());
    String text = document.toString();
    if (field.path().equals(IMAGE)) {
      return SafeText.line(shortened(text));
    }
    if (document.asLong().isPresent() && field.path().last().filter("mode"::equals).isPresent()) {
      return "0" + Long.toOctalString(document.asLong().get()); // As permissions are written.
    }
    boolean plain =
        document.asText().isPresent() && SafeText.line(text).equals(text) && !text.isEmpty();
    return plain ? text : new JsonText().compact(document);
  }

  /** A digest says little; it is shown in full only to machines. */
  private static String shortened(String image) {
    int digest = image.indexOf(DIGEST);
    return digest < 0
        ? image
        : image.substring(0, Math.min(image.length(), digest + DIGEST.length() + SHOWN_OF_DIGEST));
  }

  private String summary() {
    if (diff.isEmpty()) {
      return SafeText.line("stack " + diff.stack() + " is as the file says; nothing would change");
    }
    long drifted =
        diff.objects().stream()
            .flatMap(each -> each.fields().stream())
            .filter(FieldDiff::drift)
            .count();
    return SafeText.line(
        "stack "
            + diff.stack()
            + ": "
            + count(Step.Verb.CREATE)
            + " to create, "
            + count(Step.Verb.UPDATE)
            + " to update, "
            + count(Step.Verb.REMOVE)
            + " to remove"
            + (drifted == 0 ? "" : "; fields that are drift: " + drifted));
  }

  private long count(Step.Verb verb) {
    return diff.objects().stream().filter(each -> each.verb() == verb).count();
  }

  @Override
  public Document document() {
    return Mapping.builder()
        .put("stack", diff.stack())
        .put("revision", diff.revision().<Document>map(Document::number).orElse(Document.nothing()))
        .put("differs", !diff.isEmpty())
        .put("objects", Sequence.of(diff.objects().stream().map(DiffView::object).toList()))
        .put("notes", Document.texts(diff.notes()))
        .build();
  }

  private static Mapping object(ObjectDiff object) {
    return Mapping.builder()
        .put("kind", object.object().kind().word())
        .put("name", object.object().name())
        .put("verb", object.verb().word())
        .put("cause", object.cause())
        .put("drift", object.drift())
        .put("fields", Sequence.of(object.fields().stream().map(DiffView::field).toList()))
        .build();
  }

  private static Mapping field(FieldDiff field) {
    return Mapping.builder()
        .put("path", field.path().toString())
        .put("before", field.before().orElse(Document.nothing()))
        .put("after", field.after().orElse(Document.nothing()))
        .put("drift", field.drift())
        .build();
  }
}
