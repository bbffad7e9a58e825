package dev.swarmha.deploy.convert;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.stack.model.FileUse;
import dev.swarmha.stack.model.StackFile;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** References to files, and to one that the container runs with without seeing it as a file. */
  List<Mapping> convert(List<FileUse> uses, Optional<String> runtime) {
    return Stream.concat(
            uses.stream().map(this::reference), runtime.stream().map(this::runtimeReference))
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
    return new SpecBuilder().always("File", file).always(nameKey, name(use.source())).build();
  }

  private Mapping runtimeReference(String key) {
    return new SpecBuilder().always("Runtime", Mapping.empty()).always(nameKey, name(key)).build();
  }

  /** The full name of what the file calls by a key. */
  String name(String key) {
    return Optional.ofNullable(declared.get(key)).map(one -> names.file(key, one)).orElse(key);
  }
}
