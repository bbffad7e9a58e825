package dev.swarmha.deploy.cluster;

import dev.swarmha.deploy.cluster.ClusterStatus.Certificates;
import dev.swarmha.deploy.cluster.ClusterStatus.Member;
import dev.swarmha.document.Document;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.NoLeaderException;
import dev.swarmha.engine.Node;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.SwarmSettings;
import dev.swarmha.engine.Task;
import dev.swarmha.engine.TaskQuery;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at how a swarm stands. */
public final class ShowCluster {

  private final EngineConnection connection;

  public ShowCluster(EngineConnection connection) {
    this.connection = connection;
  }

  /**
   * Looks. Without a leader it is what the Engine knows by itself.
   *
   * @throws EngineException when the Engine is away, or manages no swarm
   */
  public ClusterStatus run() {
    try {
      return whole(connection.impatientSwarm());
    } catch (NoLeaderException leaderless) {
      return remains(String.valueOf(leaderless.getMessage()), leaderless);
    } catch (EngineUnreachableException silent) {
      return remains(String.valueOf(silent.getMessage()), silent);
    }
  }

  private ClusterStatus whole(SwarmEngine engine) {
    List<Member> members = members(engine);
    SwarmSettings settings = connection.membership().settings();
    return new ClusterStatus(
        Optional.of(settings.id()),
        Optional.empty(),
        List.of(),
        settings
            .spec()
            .at("EncryptionConfig", "AutoLockManagers")
            .flatMap(Document::asBoolean)
            .orElse(false),
        members,
        certificates(settings));
  }

  private static List<Member> members(SwarmEngine engine) {
    List<Node> nodes = engine.nodes();
    Map<ResourceId, Instant> changes = new HashMap<>();
    for (Resource node : engine.list(ResourceKind.NODE, Selector.all())) {
      changes.put(node.id(), node.updatedAt());
    }
    Map<ResourceId, Integer> tasks = new HashMap<>();
    engine.tasks(TaskQuery.all()).stream()
        .filter(Task::isRunning)
        .flatMap(task -> task.node().stream())
        .forEach(node -> tasks.merge(node, 1, Integer::sum));
    return nodes.stream()
        .map(
            node ->
                new Member(
                    node,
                    changes.getOrDefault(node.id(), Instant.EPOCH),
                    tasks.getOrDefault(node.id(), 0)))
        .toList();
  }

  private static Certificates certificates(SwarmSettings settings) {
    return new Certificates(
        rootExpires(settings.trustRoot()),
        settings
            .spec()
            .at("CAConfig", "NodeCertExpiry")
            .flatMap(Document::asLong)
            .map(Duration::ofNanos));
  }

  /** The first to expire, where there are several while the authority changes. */
  private static Optional<Instant> rootExpires(String pem) {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
          .stream()
          .map(ShowCluster::expiry)
          .min(Comparator.naturalOrder());
    } catch (CertificateException unreadable) {
      return Optional.empty();
    }
  }

  private static Instant expiry(Certificate certificate) {
    return ((X509Certificate) certificate).getNotAfter().toInstant();
  }

  /**
   * What an Engine tells without its swarm.
   *
   * @throws EngineException that trouble, when it does not even tell that it is a manager
   */
  private ClusterStatus remains(String trouble, EngineException cause) {
    EngineInfo info;
    try {
      info = connection.impatientSwarm().info();
    } catch (EngineInterruptedException interrupted) {
      throw interrupted;
    } catch (EngineException silent) {
      throw cause;
    }
    return new ClusterStatus(
        info.cluster(),
        Optional.of(trouble),
        info.managers(),
        false,
        List.of(),
        Certificates.UNKNOWN);
  }
}
