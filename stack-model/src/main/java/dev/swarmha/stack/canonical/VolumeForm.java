package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.value.VolumeSyntax;
import java.util.Optional;

/** A short volume to a long one, and the source of any bind mount to an absolute path. */
final class VolumeForm implements Form {

  private final Paths paths;
  private final Diagnostics problems;

  VolumeForm(Paths paths, Diagnostics problems) {
    this.paths = paths;
    this.problems = problems;
  }

  @Override
  public Document apply(DocumentPath path, Document document) {
    Mapping volume =
        document
            .asMapping()
            .orElseGet(() -> longForm(path, document, document.asText().orElse("")));
    Optional<Document> source = volume.get("source").filter(text -> !text.toString().isEmpty());
    boolean bind = volume.text("type").filter("bind"::equals).isPresent();
    return bind && source.isPresent()
        ? volume.with("source", paths.bindSource(path.child("source"), source.get()))
        : volume;
  }

  private Mapping longForm(DocumentPath path, Document written, String text) {
    VolumeSyntax.Entry entry = VolumeSyntax.parse(text);
    if (VolumeSyntax.isDrive(text) && !text.contains("\\")) {
      String message = "\"" + text.charAt(0) + ":\" is read as a Windows drive";
      problems.add(
          Diagnostic.warning("bad-value", written.origin(), path, message)
              .withHint("give volumes names of two letters or more"));
    }
    Mapping.Builder volume = Mapping.builder().put("type", entry.type());
    entry.source().ifPresent(source -> volume.put("source", text(source, written)));
    volume.put("target", entry.target());
    if (entry.readOnly()) {
      volume.put("read_only", true);
    }
    entry
        .propagation()
        .ifPresent(mode -> volume.put("bind", Mapping.of("propagation", Document.text(mode))));
    if (entry.noCopy()) {
      volume.put("volume", Mapping.of("nocopy", Document.bool(true)));
    }
    return volume.build(written.origin());
  }

  private static Document text(String value, Document written) {
    return Document.text(value).withOrigin(written.origin());
  }
}
