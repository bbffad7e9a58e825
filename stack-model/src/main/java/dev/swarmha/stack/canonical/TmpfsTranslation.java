package dev.swarmha.stack.canonical;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.value.ByteSize;
import dev.swarmha.stack.value.TmpfsSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code tmpfs} and {@code shm_size} of a service, as volumes of type tmpfs. */
final class TmpfsTranslation {

  private static final String TMPFS = "tmpfs";
  private static final String SHARED_MEMORY = "shm_size";
  private static final String VOLUMES = "volumes";

  Mapping apply(Mapping service) {
    if (!service.has(TMPFS) && !service.has(SHARED_MEMORY)) {
      return service;
    }
    Sequence written = service.sequence(VOLUMES);
    List<Document> volumes = new ArrayList<>(written.items());
    service.sequence(TMPFS).items().forEach(item -> volumes.add(mount(item)));
    service.get(SHARED_MEMORY).map(TmpfsTranslation::sharedMemory).ifPresent(volumes::add);
    return service
        .without(TMPFS)
        .without(SHARED_MEMORY)
        .with(VOLUMES, new Sequence(volumes, written.origin()));
  }

  private static Document mount(Document written) {
    TmpfsSyntax parsed = TmpfsSyntax.parse(written.asText().orElse(""));
    Mapping.Builder options = Mapping.builder();
    parsed.size().ifPresent(bytes -> options.put("size", bytes));
    parsed.mode().ifPresent(bits -> options.put("mode", bits));
    return mount(written, parsed.target(), options.build(), parsed.readOnly());
  }

  private static Document sharedMemory(Document size) {
    long bytes = ByteSize.parse(size.toString()).bytes();
    Mapping options = Mapping.of("size", Document.number(bytes));
    return mount(size, "/dev/shm", options, false);
  }

  private static Document mount(
      Document written, String target, Mapping options, boolean readOnly) {
    Mapping.Builder mount =
        Mapping.builder()
            .put("type", TMPFS)
            .put("target", target)
            .putIfPresent(
                "read_only", readOnly ? Optional.of(Document.bool(true)) : Optional.empty());
    return (options.isEmpty() ? mount : mount.put(TMPFS, options)).build(written.origin());
  }
}
