package dev.swarmha.deploy.convert;

import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.model.CredentialSpec;
import dev.swarmha.stack.model.FileUse;
import dev.swarmha.stack.model.Stack;
import dev.swarmha.stack.model.StackFile;
import dev.swarmha.stack.model.StackService;
import dev.swarmha.stack.source.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The secrets or the configs of a stack: all that it declares, used or not, but for externals. */
final class FileConverter {

  /** swarmkit, {@code manager/controlapi/secret.go} and {@code config.go}. */
  private static final int SECRET_LIMIT = 512_000;

  private static final int CONFIG_LIMIT = 1_024_000;

  private final ResourceKind kind;
  private final Stack stack;
  private final ScopedNames names;
  private final Diagnostics problems;

  FileConverter(ResourceKind kind, Stack stack, ScopedNames names, Diagnostics problems) {
    this.kind = kind;
    this.stack = stack;
    this.names = names;
    this.problems = problems;
  }

  List<DesiredResource> owned() {
    List<DesiredResource> owned = new ArrayList<>();
    declared()
        .forEach(
            (key, file) -> {
              if (!file.external()) {
                owned.add(convert(key, file));
              }
            });
    return owned;
  }

  /** Those that a service uses and that must be in the swarm already. */
  Set<ResourceRef> externals() {
    Set<ResourceRef> externals = new TreeSet<>();
    Map<String, StackFile> declared = declared();
    for (StackService service : stack.services().values()) {
      for (String key : uses(service)) {
        Optional.ofNullable(declared.get(key))
            .filter(StackFile::external)
            .ifPresent(file -> externals.add(ref(key, file)));
      }
    }
    return externals;
  }

  private Map<String, StackFile> declared() {
    return kind == ResourceKind.SECRET ? stack.secrets() : stack.configs();
  }

  private List<String> uses(StackService service) {
    if (kind == ResourceKind.SECRET) {
      return service.attachments().secrets().stream().map(FileUse::source).toList();
    }
    return Stream.concat(
            service.attachments().configs().stream().map(FileUse::source),
            service.confinement().credentialSpec().flatMap(CredentialSpec::config).stream())
        .toList();
  }

  private ResourceRef ref(String key, StackFile file) {
    return new ResourceRef(kind, names.file(key, file));
  }

  private DesiredResource convert(String key, StackFile file) {
    Optional<Mapping> driver =
        file.driver()
            .map(
                name ->
                    new SpecBuilder()
                        .always("Name", name)
                        .textsByName("Options", file.driverOptions())
                        .build());
    Mapping spec =
        new SpecBuilder()
            .always("Name", names.file(key, file))
            .always("Labels", names.labels(file.labels()))
            .document("Driver", driver)
            .document(
                "Templating",
                file.templateDriver().map(name -> new SpecBuilder().always("Name", name).build()))
            .build();
    Optional<Payload> payload =
        file.given()
            .map(content -> Payload.of(content.text().getBytes(StandardCharsets.UTF_8)))
            .or(() -> file.file().flatMap(path -> read(key, file, path)));
    payload.ifPresent(content -> checkSize(key, file, content));
    return new DesiredResource(ref(key, file), spec, payload);
  }

  private Optional<Payload> read(String key, StackFile file, Path path) {
    try {
      return Optional.of(Payload.of(TextFile.bytes(path)));
    } catch (IOException unreadable) {
      report(key, file, TextFile.reason("\"" + path + "\"", unreadable));
      return Optional.empty();
    }
  }

  private void checkSize(String key, StackFile file, Payload payload) {
    int limit = kind == ResourceKind.SECRET ? SECRET_LIMIT : CONFIG_LIMIT;
    if (payload.size() == 0 || payload.size() >= limit) {
      String size = payload.size() + " bytes; Swarm keeps from 1 to " + (limit - 1);
      String what = file.file().map(path -> "\"" + path + "\"").orElse("the content");
      report(key, file, what + " has " + size);
    }
  }

  private void report(String key, StackFile file, String message) {
    DocumentPath path = DocumentPath.of(kind.word() + "s", key, "file");
    problems.add(Diagnostic.error("missing-file", file.origin(), path, message));
  }
}
