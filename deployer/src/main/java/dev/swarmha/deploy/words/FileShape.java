package dev.swarmha.deploy.words;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * A service's spec with those parts that a stack file shapes otherwise brought to the file's shape,
 * under keys of their own: what one value of a file becomes several of a spec, or the other way
 * round. What the file could not say stays as it is.
 */
final class FileShape {

  /** Below the privileges of a container: what {@code security_opt} says. */
  static final String SECURITY_OPTIONS = "SecurityOptions";

  /** Below a credential spec: the config that it is in, by name. */
  static final String CONFIG_NAME = "ConfigName";

  /** Below the resources: memory and swap in bytes, which a spec counts apart. */
  static final String MEMORY_AND_SWAP = "MemoryAndSwap";

  private static final String SWAP = "SwapBytes";
  private static final String RUNTIME = "Runtime";
  private static final String CONFIGS = "Configs";
  private static final String COMPLETIONS = "TotalCompletions";
  private static final DocumentPath JOB = DocumentPath.of("Mode", "ReplicatedJob");
  private static final DocumentPath RESOURCES = DocumentPath.of("TaskTemplate", "Resources");
  private static final DocumentPath CONTAINER = DocumentPath.of("TaskTemplate", "ContainerSpec");
  private static final DocumentPath PRIVILEGES = CONTAINER.child("Privileges");
  private static final DocumentPath CREDENTIALS = PRIVILEGES.child("CredentialSpec");

  private FileShape() {}

  static Mapping of(Mapping service) {
    return job(swap(security(credentials(service))));
  }

  /** A file has one number for a job: how many tasks are to complete comes first. */
  private static Mapping job(Mapping service) {
    Mapping job = mapping(service, JOB);
    return job.get(COMPLETIONS)
        .map(
            completions ->
                Mapping.builder().put(COMPLETIONS, completions).putAll(job.without(COMPLETIONS)))
        .map(ordered -> service.withAt(JOB, ordered.build()))
        .orElse(service);
  }

  /** A spec counts swap alone. */
  private static Mapping swap(Mapping service) {
    Mapping resources = mapping(service, RESOURCES);
    long memory = resources.mapping("Limits").number("MemoryBytes").orElse(0L);
    Optional<Long> both =
        resources
            .number(SWAP)
            .map(swap -> swap < 0 ? swap : swap + memory)
            .filter(bytes -> bytes != 0);
    return both.map(
            bytes ->
                service.withAt(
                    RESOURCES,
                    resources.without(SWAP).with(MEMORY_AND_SWAP, Document.number(bytes))))
        .orElse(service);
  }

  private static Mapping security(Mapping service) {
    Mapping privileges = mapping(service, PRIVILEGES);
    return privileges.isEmpty()
        ? service
        : service.withAt(PRIVILEGES, new SecurityWords(privileges).said());
  }

  /** A config that no container sees as a file is one that it is run with. */
  private static Mapping credentials(Mapping service) {
    Sequence configs = mapping(service, CONTAINER).sequence(CONFIGS);
    List<Mapping> used = configs.mappings().filter(FileShape::isRunWith).toList();
    Optional<String> name = used.size() == 1 ? used.get(0).text("ConfigName") : Optional.empty();
    if (name.isEmpty()) {
      return service;
    }
    List<Mapping> files = configs.mappings().filter(config -> !isRunWith(config)).toList();
    Mapping container = mapping(service, CONTAINER);
    Mapping without =
        files.isEmpty() ? container.without(CONFIGS) : container.with(CONFIGS, Sequence.of(files));
    Mapping credentials =
        mapping(service, CREDENTIALS)
            .without("Config")
            .with(CONFIG_NAME, Document.text(name.get()));
    return service.withAt(CONTAINER, without).withAt(CREDENTIALS, credentials);
  }

  private static boolean isRunWith(Mapping config) {
    return config.get(RUNTIME).filter(runtime -> !runtime.isNull()).isPresent();
  }

  private static Mapping mapping(Mapping service, DocumentPath path) {
    return service.at(path).flatMap(Document::asMapping).orElse(Mapping.empty());
  }
}
