package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.source.Environment;
import java.util.List;

/** The labels that a service keeps in files, under those that the stack file gives it. */
final class LabelFiles {

  private static final String FILES = "label_file";
  private static final String LABELS = "labels";

  private final VariableFiles files;

  LabelFiles(Diagnostics problems) {
    this.files = new VariableFiles(problems);
  }

  Mapping apply(DocumentPath path, Mapping service) {
    if (!service.has(FILES)) {
      return service;
    }
    Sequence written = service.sequence(FILES);
    Mapping.Builder labels = Mapping.builder();
    List<Document> names = written.items();
    for (int i = 0; i < names.size(); i++) {
      DocumentPath place = path.child(FILES).child(i);
      // The files above are looked at first, as compose-go does it.
      Environment known = new Environment(labels.build().texts());
      labels.putAll(files.read(place, names.get(i), false, known));
    }
    Mapping own = service.mapping(LABELS);
    Origin origin = service.get(LABELS).map(Document::origin).orElse(written.origin());
    return service.without(FILES).with(LABELS, labels.putAll(own).build(origin));
  }
}
