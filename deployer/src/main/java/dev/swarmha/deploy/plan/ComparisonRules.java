package dev.swarmha.deploy.plan;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.PathTable;
import dev.swarmha.document.Scalar;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.ResourceId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * When two service specs mean the same. Both sides are brought to one smallest form: what the
 * Engine would assume anyway is left out, networks are named instead of numbered, and ids that
 * stand beside names are dropped. What remains differs exactly where the Engine would behave
 * differently.
 *
 * <p>Defaults are those of moby {@code daemon/cluster/convert} and of swarmkit {@code
 * api/defaults/service.go}. Where no row says otherwise, zero, empty and absent are the same.
 */
public final class ComparisonRules {

  /** What the Engine assumes when a field is absent. */
  private interface Assumed {
    boolean is(Document value);
  }

  private static final Assumed NOTHING = value -> value.isNull();
  private static final Assumed ZERO = ComparisonRules::isZero;

  private static final PathTable<Assumed> ASSUMED =
      PathTable.<Assumed>builder()
          .row("Labels.*", NOTHING)
          .row("Mode.*", NOTHING)
          .row("Mode.Replicated.Replicas", exactly(1))
          .row("Mode.ReplicatedJob.MaxConcurrent", exactly(1))
          .row("Mode.ReplicatedJob.TotalCompletions", exactly(1))
          .row("EndpointSpec.Mode", text("vip"))
          .row("EndpointSpec.Ports.[].Protocol", text("tcp"))
          .row("EndpointSpec.Ports.[].PublishMode", text("ingress"))
          .row("UpdateConfig.Parallelism", exactly(1))
          .row("UpdateConfig.FailureAction", text("pause"))
          .row("UpdateConfig.Monitor", orZero(5_000_000_000L))
          .row("UpdateConfig.Order", text("stop-first"))
          .row("RollbackConfig.Parallelism", exactly(1))
          .row("RollbackConfig.FailureAction", text("pause"))
          .row("RollbackConfig.Monitor", orZero(5_000_000_000L))
          .row("RollbackConfig.Order", text("stop-first"))
          .row("TaskTemplate.Runtime", text("container"))
          .row("TaskTemplate.RestartPolicy.Condition", text("any"))
          .row("TaskTemplate.RestartPolicy.Delay", exactly(5_000_000_000L))
          .row("TaskTemplate.LogDriver.Options.*", NOTHING)
          .row("TaskTemplate.Networks.[].DriverOpts.*", NOTHING)
          .row("TaskTemplate.ContainerSpec.Init", NOTHING)
          .row("TaskTemplate.ContainerSpec.Isolation", text("default"))
          .row("TaskTemplate.ContainerSpec.Labels.*", NOTHING)
          .row("TaskTemplate.ContainerSpec.StopGracePeriod", exactly(10_000_000_000L))
          .row("TaskTemplate.ContainerSpec.Sysctls.*", NOTHING)
          .row("TaskTemplate.ContainerSpec.Secrets.[].File.Mode", NOTHING)
          .row("TaskTemplate.ContainerSpec.Configs.[].File.Mode", NOTHING)
          .row("TaskTemplate.ContainerSpec.Mounts.[].BindOptions.Propagation", text("rprivate"))
          .row("TaskTemplate.ContainerSpec.Mounts.[].Consistency", value -> true)
          .row("TaskTemplate.ContainerSpec.Mounts.[].VolumeOptions.Labels.*", NOTHING)
          .row("TaskTemplate.ContainerSpec.Mounts.[].VolumeOptions.DriverConfig.Options.*", NOTHING)
          .row("TaskTemplate.ContainerSpec.Secrets.[].SecretID", value -> true)
          .row("TaskTemplate.ContainerSpec.Configs.[].ConfigID", value -> true)
          .row("TaskTemplate.ContainerSpec.Configs.[].Runtime", NOTHING)
          // The config is named among Configs, too; here it has a name before it has its id.
          .row("TaskTemplate.ContainerSpec.Privileges.CredentialSpec.Config", value -> true)
          .row("TaskTemplate.Resources.SwapBytes", NOTHING)
          .row("TaskTemplate.Resources.MemorySwappiness", NOTHING)
          .build();

  /**
   * Lists whose order means nothing to containers. That of the docker CLI is random at times, and
   * differs between its versions.
   */
  private static final PathTable<Comparator<Document>> UNORDERED =
      PathTable.<Comparator<Document>>builder()
          .row(
              "EndpointSpec.Ports",
              by("PublishedPort").thenComparing(by("TargetPort")).thenComparing(by("Protocol")))
          .row(
              "TaskTemplate.ContainerSpec.Secrets",
              by("SecretName").thenComparing(by("File", "Name")))
          .row(
              "TaskTemplate.ContainerSpec.Configs",
              by("ConfigName").thenComparing(by("File", "Name")))
          .build();

  private static final DocumentPath NETWORKS = DocumentPath.of("TaskTemplate", "Networks");

  private final Map<ResourceId, String> networkNames;

  /** Rules for specs that may name networks by these ids. */
  public ComparisonRules(Map<ResourceId, String> networkNames) {
    this.networkNames = Map.copyOf(networkNames);
  }

  /** The smallest spec that means the same as this service spec. */
  public Mapping smallest(Mapping spec) {
    return reduce(
            DocumentPath.root(), SurgeMemory.forgetting(ReplicaMemory.forgetting(named(spec))))
        .flatMap(Document::asMapping)
        .orElse(Mapping.empty());
  }

  /** The same spec with its networks named instead of numbered. */
  public Mapping named(Mapping spec) {
    return spec.at(NETWORKS)
        .flatMap(Document::asSequence)
        .map(networks -> spec.withAt(NETWORKS, withNames(networks)))
        .orElse(spec);
  }

  private Sequence withNames(Sequence networks) {
    return Sequence.of(networks.mappings().map(this::withName).toList());
  }

  private Mapping withName(Mapping network) {
    return network
        .text("Target")
        .map(target -> networkNames.getOrDefault(new ResourceId(target), target))
        .map(name -> network.with("Target", Document.text(name)))
        .orElse(network);
  }

  private static Optional<Document> reduce(DocumentPath path, Document document) {
    Document reduced = reduceChildren(path, document);
    boolean assumed = ASSUMED.find(path).orElse(ZERO).is(reduced);
    return assumed && !path.isRoot() ? Optional.empty() : Optional.of(reduced);
  }

  private static Document reduceChildren(DocumentPath path, Document document) {
    if (document instanceof Mapping mapping) {
      Map<String, Document> kept = new LinkedHashMap<>();
      mapping
          .entries()
          .forEach(
              (key, value) ->
                  reduce(path.child(key), value).ifPresent(small -> kept.put(key, small)));
      return Mapping.of(kept);
    }
    if (document instanceof Sequence sequence) {
      DocumentPath item = path.child(0);
      Stream<Document> items = sequence.stream().map(each -> reduceChildren(item, each));
      return Sequence.of(UNORDERED.find(path).map(items::sorted).orElse(items).toList());
    }
    return document;
  }

  private static Comparator<Document> by(String... keys) {
    return Comparator.comparing(item -> item.at(keys).map(Document::toString).orElse(""));
  }

  private static boolean isZero(Document value) {
    if (value instanceof Mapping mapping) {
      return mapping.isEmpty();
    }
    if (value instanceof Sequence sequence) {
      return sequence.isEmpty();
    }
    Scalar scalar = (Scalar) value;
    return switch (scalar.kind()) {
      case NULL -> true;
      case TEXT -> scalar.textValue().orElseThrow().isEmpty();
      case BOOLEAN -> !scalar.booleanValue().orElseThrow();
      case INTEGER, DECIMAL -> scalar.decimalValue().orElseThrow().signum() == 0;
    };
  }

  private static Assumed text(String assumed) {
    return value -> value.isNull() || value.asText().filter(equalTo(assumed)).isPresent();
  }

  private static Predicate<String> equalTo(String assumed) {
    return text -> text.isEmpty() || text.equals(assumed);
  }

  private static Assumed exactly(long assumed) {
    return value -> value.isNull() || value.equals(Document.number(assumed));
  }

  private static Assumed orZero(long assumed) {
    return value -> isZero(value) || value.equals(Document.number(assumed));
  }
}
