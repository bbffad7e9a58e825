package dev.swarmha.deploy.revision;

import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.revision.Revision.State;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.parse.YamlParser;
import dev.swarmha.stack.render.YamlWriter;
import dev.swarmha.stack.source.StackSource;
import dev.swarmha.wait.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A revision in labels, the only part of a config that Swarm lets change. Reasons stand in them
 * without the last lines of logs, which may hold anything.
 */
final class RevisionLabels {

  /** Marks a config as a revision, and names its stack. */
  static final String STACK = "dev.swarmha.stack";

  static final String NUMBER = "dev.swarmha.revision";

  /** On all but the first config of a revision: its place among them, from 2. */
  static final String PART = "dev.swarmha.part";

  /** On the first config of a revision: how many there are. */
  static final String PARTS = "dev.swarmha.parts";

  private static final String STATE = "dev.swarmha.state";
  private static final String MESSAGE = "dev.swarmha.message";
  private static final String USER = "dev.swarmha.user";
  private static final String MACHINE = "dev.swarmha.machine";
  private static final String JOB = "dev.swarmha.job";
  private static final String COMMIT = "dev.swarmha.commit";
  private static final String RESTORES = "dev.swarmha.restores";
  private static final String TOOK = "dev.swarmha.took";
  private static final String REASONS = "dev.swarmha.reasons";
  private static final int MOST_REASONS = 5;
  private static final int LONGEST_MESSAGE = 500;

  private RevisionLabels() {}

  static Mapping of(int number, DesiredStack desired, Caption caption, int parts) {
    Mapping.Builder labels =
        Mapping.builder()
            .put(STACK, desired.name())
            .put(NUMBER, String.valueOf(number))
            .put(STATE, State.OPEN.word());
    Provenance provenance = caption.provenance();
    put(labels, MESSAGE, caption.message());
    put(labels, USER, provenance.user());
    put(labels, MACHINE, provenance.machine());
    put(labels, JOB, provenance.job());
    put(labels, COMMIT, provenance.commit());
    put(labels, RESTORES, caption.restores().map(String::valueOf));
    if (parts > 1) {
      labels.put(PARTS, String.valueOf(parts));
    }
    return labels.putAll(RevisionContents.labels(desired)).build();
  }

  private static void put(Mapping.Builder labels, String key, Optional<String> value) {
    value.ifPresent(text -> labels.put(key, text));
  }

  static Mapping ofPart(String stack, int number, int part) {
    return Mapping.builder()
        .put(STACK, stack)
        .put(NUMBER, String.valueOf(number))
        .put(PART, String.valueOf(part))
        .build();
  }

  /** The labels of a revision that now stands so. */
  static Mapping changed(Mapping labels, Standing standing) {
    Mapping changed = labels.with(STATE, Document.text(standing.state().word()));
    if (standing.took().isPresent()) {
      long millis = standing.took().get().toMillis();
      changed = changed.with(TOOK, Document.text(String.valueOf(millis)));
    }
    return standing.reasons().isEmpty()
        ? changed
        : changed.with(REASONS, Document.text(reasons(standing.reasons())));
  }

  private static String reasons(List<Reason> reasons) {
    List<Mapping> kept = reasons.stream().limit(MOST_REASONS).map(RevisionLabels::reason).toList();
    return YamlWriter.write(Mapping.of("reasons", Sequence.of(kept)));
  }

  private static Mapping reason(Reason reason) {
    String message = reason.message();
    Mapping.Builder record = Mapping.builder().put("service", reason.service());
    reason
        .task()
        .ifPresent(task -> record.put("task", task.name()).put("taskId", task.id().value()));
    reason.node().ifPresent(node -> record.put("node", node));
    return record
        .put("message", message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)))
        .build();
  }

  static int number(Resource config) {
    return whole(config.label(NUMBER)).orElse(0);
  }

  /** How many configs there are in the revision whose first this is. */
  static int parts(Resource first) {
    return whole(first.label(PARTS)).orElse(1);
  }

  static Revision read(Resource first) {
    Map<String, String> labels = first.labels();
    Provenance provenance =
        new Provenance(
            first.label(USER), first.label(MACHINE), first.label(JOB), first.label(COMMIT));
    return new Revision(
        labels.getOrDefault(STACK, ""),
        number(first),
        first.createdAt(),
        new Caption(first.label(MESSAGE), provenance, whole(first.label(RESTORES))),
        RevisionContents.read(labels),
        new Standing(
            State.parse(labels.getOrDefault(STATE, "")),
            whole(first.label(TOOK)).map(Duration::ofMillis),
            first.label(REASONS).map(RevisionLabels::readReasons).orElse(List.of())));
  }

  private static List<Reason> readReasons(String text) {
    return new YamlParser()
        .parse(new StackSource(REASONS, text), new Diagnostics())
        .map(
            record ->
                record.sequence("reasons").mappings().map(RevisionLabels::readReason).toList())
        .orElse(List.of());
  }

  private static Reason readReason(Mapping record) {
    return new Reason(
        record.text("service").orElse(""),
        record
            .text("task")
            .map(
                name ->
                    new Reason.FailedTask(new ResourceId(record.text("taskId").orElse("")), name)),
        record.text("node"),
        record.text("message").orElse(""),
        List.of());
  }

  /** Somebody else may have put anything into a label. */
  private static Optional<Integer> whole(Optional<String> label) {
    return label.filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
  }
}
