package dev.swarmha.deploy.convert;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.stack.model.FileUse;
import dev.swarmha.stack.model.StackFile;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * References to secrets or configs, by name; their ids are filled in when they are known. The order
 * is fixed, because another order would restart the tasks.
 */
final class FileReferenceConverter {

  private static final String OWNER = "0";
  private static final long READABLE = 0444;

  private final String nameKey;
  private final Map<String, StackFile> declared;
  private final ScopedNames names;

  FileReferenceConverter(ResourceKind kind, Map<String, StackFile> declared, ScopedNames names) {
    this.nameKey = kind == ResourceKind.SECRET ? "SecretName" : "ConfigName";
    this.declared = declared;
    this.names = names;
  }

  List<Mapping> convert(List<FileUse> uses) {
    return uses.stream()
        .map(this::reference)
        .sorted(
            Comparator.comparing((Mapping reference) -> reference.text(nameKey).orElse(""))
                .thenComparing(reference -> reference.mapping("File").text("Name").orElse("")))
        .toList();
  }

  private Mapping reference(FileUse use) {
    Mapping file =
        new SpecBuilder()
            .always("Name", use.target().orElse(use.source()))
            .always("UID", use.uid().orElse(OWNER))
            .always("GID", use.gid().orElse(OWNER))
            .always("Mode", use.mode().orElse(READABLE))
            .build();
    Optional<StackFile> source = Optional.ofNullable(declared.get(use.source()));
    String name = source.map(one -> names.file(use.source(), one)).orElse(use.source());
    return new SpecBuilder().always("File", file).always(nameKey, name).build();
  }
}
