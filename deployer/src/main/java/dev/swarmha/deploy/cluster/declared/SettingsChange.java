package dev.swarmha.deploy.cluster.declared;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentDiff;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.FieldChange;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.SwarmSettings;
import dev.swarmha.engine.time.DurationText;
import dev.swarmha.stack.cluster.ClusterFile.SwarmOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the settings of a swarm become those of a file. What the file leaves out stays. */
record SettingsChange(SwarmOptions options) {

  private static final DocumentPath AUTOLOCK =
      DocumentPath.of("EncryptionConfig", "AutoLockManagers");
  private static final DocumentPath HISTORY =
      DocumentPath.of("Orchestration", "TaskHistoryRetentionLimit");
  private static final DocumentPath HEARTBEAT = DocumentPath.of("Dispatcher", "HeartbeatPeriod");
  private static final DocumentPath CERTIFICATE = DocumentPath.of("CAConfig", "NodeCertExpiry");
  private static final Map<DocumentPath, String> WORDS =
      Map.of(
          AUTOLOCK, "autolock",
          HISTORY, "taskHistoryLimit",
          HEARTBEAT, "heartbeatPeriod",
          CERTIFICATE, "nodeCertExpiry");

  /** What an Engine takes where nothing is said (swarmkit {@code manager/manager.go}). */
  private static final Mapping DEFAULTS =
      new SettingsChange(
              new SwarmOptions(
                  Optional.of(false),
                  Optional.of(5L),
                  Optional.of(Duration.ofSeconds(5)),
                  Optional.of(Duration.ofDays(90)),
                  List.of(),
                  Optional.empty()))
          .on(Mapping.empty());

  /** The spec with the options of the file. */
  Mapping on(Mapping spec) {
    Mapping changed = spec;
    if (options.autolock().isPresent() && options.autolock().get() != isLocked(spec)) {
      changed = changed.withAt(AUTOLOCK, Document.bool(options.autolock().get()));
    }
    if (options.taskHistoryLimit().isPresent()) {
      changed = changed.withAt(HISTORY, Document.number(options.taskHistoryLimit().get()));
    }
    if (options.heartbeatPeriod().isPresent()) {
      changed = changed.withAt(HEARTBEAT, nanos(options.heartbeatPeriod().get()));
    }
    if (options.nodeCertExpiry().isPresent()) {
      changed = changed.withAt(CERTIFICATE, nanos(options.nodeCertExpiry().get()));
    }
    return changed;
  }

  private static Document nanos(Duration duration) {
    return Document.number(duration.toNanos());
  }

  /** Whether the managers of a swarm with this spec ask for a key; no is often left out. */
  static boolean isLocked(Mapping spec) {
    return spec.at(AUTOLOCK).flatMap(Document::asBoolean).orElse(false);
  }

  /** What changes, in words: {@code taskHistoryLimit 5 -> 10}. */
  List<String> words(Mapping spec) {
    return DocumentDiff.between(spec, on(spec)).stream().map(SettingsChange::words).toList();
  }

  /** What is left to change once the swarm is formed, which knows about the lock from then on. */
  List<String> wordsAfterInit() {
    Mapping formed = DEFAULTS.withAt(AUTOLOCK, Document.bool(options.autolock().orElse(false)));
    return words(formed);
  }

  private static String words(FieldChange change) {
    DocumentPath path = change.path();
    return WORDS.getOrDefault(path, path.toString())
        + " "
        + change.before().map(value -> shown(path, value)).orElse("(none)")
        + " -> "
        + change.after().map(value -> shown(path, value)).orElse("(none)");
  }

  private static String shown(DocumentPath path, Document value) {
    boolean time = path.equals(HEARTBEAT) || path.equals(CERTIFICATE);
    return time
        ? value.asLong().map(Duration::ofNanos).map(DurationText::of).orElse(value.toString())
        : value.toString();
  }

  /** What the file has otherwise, and what only a new swarm learns. */
  List<String> unchangeable(SwarmSettings settings) {
    List<String> words = new ArrayList<>();
    boolean otherPools =
        !options.addressPools().isEmpty()
            && !new HashSet<>(options.addressPools())
                .equals(new HashSet<>(settings.addressPools()));
    if (otherPools) {
      words.add(
          "defaultAddrPool is "
              + String.join(", ", settings.addressPools())
              + " and cannot be changed: only a new swarm learns it");
    }
    boolean otherSize =
        options.subnetSize().isPresent() && options.subnetSize().get() != settings.subnetSize();
    if (otherSize) {
      words.add(
          "subnetSize is "
              + settings.subnetSize()
              + " and cannot be changed: only a new swarm learns it");
    }
    return words;
  }
}
