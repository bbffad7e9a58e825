package dev.swarmha.deploy.plan;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.PathTable;
import dev.swarmha.document.Scalar;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Fields of specs that an Engine drops in silence when it is spoken to in an older version of its
 * API (moby {@code daemon/server/router/swarm/helpers.go}, {@code adjustForAPIVersion}, and the
 * changes listed in {@code api/docs/CHANGELOG.md}).
 */
public final class ApiGates {

  /** What it means for a service to go without a field. */
  private enum Loss {
    /** It does the same, if not as well. */
    BEARABLE,
    /** It would do what its author has ruled out. */
    UNBEARABLE
  }

  private record Gate(int minor, String key, Loss loss, Predicate<Document> isDropped) {}

  private static final String CONTAINER = "TaskTemplate.ContainerSpec.";
  private static final String PRIVILEGES = CONTAINER + "Privileges.";

  private static final PathTable<Gate> OF_SERVICES =
      PathTable.<Gate>builder()
          .row(PRIVILEGES + "NoNewPrivileges", unbearable(44, "security_opt"))
          .row(PRIVILEGES + "Seccomp", unbearable(44, "security_opt"))
          .row(PRIVILEGES + "AppArmor", unbearable(44, "security_opt"))
          .row(CONTAINER + "Healthcheck.StartInterval", bearable(44, "healthcheck.start_interval"))
          .row(CONTAINER + "Mounts.[].VolumeOptions.Subpath", unbearable(45, "volume.subpath"))
          .row(CONTAINER + "OomScoreAdj", bearable(46, "oom_score_adj"))
          .row("TaskTemplate.Resources.SwapBytes", unbearable(52, "memswap_limit"))
          .row("TaskTemplate.Resources.MemorySwappiness", bearable(52, "mem_swappiness"))
          .build();

  private static final PathTable<Gate> OF_NETWORKS =
      PathTable.<Gate>builder()
          .row("EnableIPv4", new Gate(48, "enable_ipv4", Loss.UNBEARABLE, ApiGates::isFalse))
          .build();

  private final List<String> refusals = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final int minor;
  private final String version;

  private ApiGates(String version) {
    this.version = requireNonNull(version, "version");
    this.minor = Integer.parseInt(version.substring(version.indexOf('.') + 1));
  }

  /** Whether an Engine of some version would drop something of a stack. */
  public static boolean concern(DesiredStack desired) {
    return !of(desired, "1.0").isEmpty();
  }

  /**
   * What an Engine would drop of a stack that can do without it, in words.
   *
   * @param version the version of the API in which it is spoken to, such as {@code 1.43}
   * @throws DeployRefusedException when it would drop what the stack cannot do without
   */
  public static List<String> notes(DesiredStack desired, String version) {
    ApiGates gates = new ApiGates(version);
    desired.resources().forEach(gates::look);
    if (!gates.refusals.isEmpty()) {
      throw new DeployRefusedException(gates.refusals);
    }
    return List.copyOf(gates.notes);
  }

  private static List<String> of(DesiredStack desired, String version) {
    ApiGates gates = new ApiGates(version);
    desired.resources().forEach(gates::look);
    List<String> all = new ArrayList<>(gates.refusals);
    all.addAll(gates.notes);
    return all;
  }

  private void look(DesiredResource wanted) {
    table(wanted.ref().kind())
        .ifPresent(table -> look(table, wanted.ref(), DocumentPath.root(), wanted.spec()));
  }

  private static Optional<PathTable<Gate>> table(ResourceKind kind) {
    return switch (kind) {
      case SERVICE -> Optional.of(OF_SERVICES);
      case NETWORK -> Optional.of(OF_NETWORKS);
      case SECRET, CONFIG, NODE -> Optional.empty();
    };
  }

  private void look(PathTable<Gate> table, ResourceRef ref, DocumentPath path, Document value) {
    table
        .find(path)
        .filter(gate -> gate.minor > minor && gate.isDropped.test(value))
        .ifPresent(gate -> report(ref, gate));
    if (value instanceof Mapping mapping) {
      mapping.entries().forEach((key, child) -> look(table, ref, path.child(key), child));
    }
    if (value instanceof Sequence list) {
      list.items().forEach(item -> look(table, ref, path.child(0), item));
    }
  }

  private void report(ResourceRef ref, Gate gate) {
    String what =
        ref
            + ": \""
            + gate.key
            + "\" needs API 1."
            + gate.minor
            + ", and the Engine speaks "
            + version;
    List<String> list = gate.loss == Loss.BEARABLE ? notes : refusals;
    String text =
        gate.loss == Loss.BEARABLE
            ? what + "; it is left out"
            : what + "; update the Engine, or take the key out of the file";
    if (!list.contains(text)) {
      list.add(text);
    }
  }

  private static boolean isFalse(Document value) {
    return value.asBoolean().filter(truth -> !truth).isPresent();
  }

  private static boolean isGiven(Document value) {
    if (value instanceof Mapping mapping) {
      return !mapping.isEmpty();
    }
    return value
        .asScalar()
        .filter(scalar -> !scalar.isNull())
        .filter(scalar -> scalar.asBoolean().orElse(true))
        .filter(scalar -> scalar.asText().filter(String::isEmpty).isEmpty())
        .filter(scalar -> !scalar.equals(Document.number(0)))
        .map(Scalar::toString)
        .isPresent();
  }

  private static Gate bearable(int minor, String key) {
    return new Gate(minor, key, Loss.BEARABLE, ApiGates::isGiven);
  }

  private static Gate unbearable(int minor, String key) {
    return new Gate(minor, key, Loss.UNBEARABLE, ApiGates::isGiven);
  }
}
