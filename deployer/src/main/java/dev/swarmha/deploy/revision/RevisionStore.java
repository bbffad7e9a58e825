package dev.swarmha.deploy.revision;

import dev.swarmha.deploy.OwnName;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.WriteOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The revisions of stacks, kept as configs in the swarm: the managers replicate them, and whoever
 * deploys next finds them. The data is what the deploy asked for and never changes; what happens to
 * a revision is in its labels, the only part of a config that Swarm lets change. The configs do not
 * carry Docker's stack label, so that no other tool takes them for a part of the stack.
 */
public final class RevisionStore {

  /** Marks a config as belonging to a revision, and names its stack. */
  public static final String STACK_LABEL = RevisionLabels.STACK;

  /** swarmkit, {@code manager/controlapi/config.go}; what is as large as 1 024 000 is refused. */
  private static final int LARGEST_CONFIG = 1_023_999;

  private final SwarmEngine engine;

  public RevisionStore(SwarmEngine engine) {
    this.engine = engine;
  }

  /** The revisions of a stack, the oldest first. */
  public List<Revision> list(String stack) {
    return stored(stack).stream().map(StoredRevision::revision).toList();
  }

  /** The newest revision that was deployed, or at least submitted: the one that the stack is at. */
  public Optional<Revision> current(String stack) {
    return current(list(stack));
  }

  /** The one of these that the stack is at. */
  public static Optional<Revision> current(List<Revision> revisions) {
    return revisions.stream().filter(Revision::isDeployed).reduce((older, newer) -> newer);
  }

  /** The revisions of every stack that has any, by the stack's name, the oldest first. */
  public Map<String, List<Revision>> list() {
    Map<String, List<Resource>> byStack = new TreeMap<>();
    for (Resource config : engine.list(ResourceKind.CONFIG, Selector.all())) {
      config
          .label(STACK_LABEL)
          .ifPresent(
              stack -> byStack.computeIfAbsent(stack, name -> new ArrayList<>()).add(config));
    }
    Map<String, List<Revision>> revisions = new TreeMap<>();
    byStack.forEach(
        (stack, configs) ->
            revisions.put(
                stack, StoredRevision.in(configs).stream().map(StoredRevision::revision).toList()));
    return revisions;
  }

  /**
   * What a revision keeps of its stack; empty where it does not tell, or not all of it is there.
   */
  public Optional<StackRecord> record(Revision revision) {
    return find(revision).record();
  }

  /**
   * What a stack should be if only deploys had changed it. A later deploy that failed or was cut
   * off has changed it too, as far as it came.
   */
  public Asked asked(String stack) {
    List<StoredRevision> all = stored(stack);
    Optional<Integer> current =
        current(all.stream().map(StoredRevision::revision).toList()).map(Revision::number);
    if (current.isEmpty()) {
      return Asked.UNKNOWN;
    }
    List<Map<ResourceRef, Mapping>> specs = new ArrayList<>();
    for (StoredRevision each : all) {
      Revision revision = each.revision();
      boolean left = revision.isUnfinished() || revision.state() == Revision.State.FAILED;
      if (revision.number() == current.get() || (revision.number() > current.get() && left)) {
        Optional<StackRecord> told = each.record();
        if (told.isEmpty()) {
          return Asked.UNKNOWN;
        }
        specs.add(told.get().specs());
      }
    }
    return new Asked(current, specs);
  }

  /** The newest revision, where it has left the stack on a way. */
  public Optional<Unfinished> unfinished(String stack) {
    List<StoredRevision> all = stored(stack);
    Optional<StoredRevision> newest =
        all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    if (newest.filter(each -> each.revision().isUnfinished()).isEmpty()) {
      return Optional.empty();
    }
    Set<ResourceRef> asked = new TreeSet<>();
    Optional<StoredRevision> current = Optional.empty();
    for (StoredRevision each : all) {
      if (each.revision().isUnfinished()) {
        each.record().ifPresent(record -> asked.addAll(record.specs().keySet()));
      } else {
        asked.clear();
      }
      current = each.revision().isDeployed() ? Optional.of(each) : current;
    }
    Optional<StoredRevision> settled = current;
    return Optional.of(
        new Unfinished(
            newest.get().revision(),
            newest
                .get()
                .record()
                .flatMap(StackRecord::before)
                .or(() -> settled.flatMap(StoredRevision::record).map(StackRecord::desired)),
            asked));
  }

  /** Records what is about to begin, under the next number. */
  public Revision open(StackRecord record, Caption caption) {
    String stack = record.desired().name();
    List<Resource> configs = configs(stack);
    // Somebody was cut off while writing or forgetting; their names are wanted now.
    StoredRevision.fragments(configs).forEach(engine::remove);
    int number =
        StoredRevision.in(configs).stream()
                .mapToInt(each -> each.revision().number())
                .max()
                .orElse(0)
            + 1;
    byte[] data = RevisionData.of(record);
    int parts = (data.length + LARGEST_CONFIG - 1) / LARGEST_CONFIG;
    for (int part = 2; part <= parts; part++) {
      String name = OwnName.of(stack, "r" + number + ".p" + part);
      create(name, RevisionLabels.ofPart(stack, number, part), part(data, part));
    }
    String name = OwnName.of(stack, "r" + number);
    create(name, RevisionLabels.of(number, record.desired(), caption, parts), part(data, 1));
    return stored(stack, number).revision();
  }

  private static byte[] part(byte[] data, int part) {
    int from = (part - 1) * LARGEST_CONFIG;
    return Arrays.copyOfRange(data, from, Math.min(from + LARGEST_CONFIG, data.length));
  }

  private void create(String name, Mapping labels, byte[] data) {
    Mapping spec = Mapping.builder().put("Name", name).put("Labels", labels).build();
    engine.create(ResourceKind.CONFIG, spec, WriteOptions.of(Payload.of(data)));
  }

  /** Records how far a revision came. */
  public Revision close(Revision revision, Standing standing) {
    Resource observed = find(revision).first();
    Mapping labels = RevisionLabels.changed(observed.spec().mapping("Labels"), standing);
    Mapping spec = observed.spec().with("Labels", labels);
    engine.update(observed, spec, WriteOptions.NONE);
    return RevisionLabels.read(observed.withSpec(spec));
  }

  /** Forgets a revision, for a first deploy that has left nothing behind. */
  public void forget(Revision revision) {
    forget(find(revision));
  }

  private void forget(StoredRevision stored) {
    engine.remove(stored.first());
    stored.others().forEach(engine::remove);
  }

  /**
   * Forgets all but the newest revisions. The one that the stack is at stays, too.
   *
   * @param newest at least one
   */
  public void forgetAllBut(int newest, String stack) {
    List<StoredRevision> all = stored(stack);
    Optional<Integer> current =
        current(all.stream().map(StoredRevision::revision).toList()).map(Revision::number);
    all.stream()
        .limit(Math.max(0, all.size() - Math.max(1, newest)))
        .filter(each -> !current.equals(Optional.of(each.revision().number())))
        .forEach(this::forget);
  }

  /** Forgets everything about a stack. */
  public void forgetAll(String stack) {
    configs(stack).forEach(engine::remove);
  }

  private List<Resource> configs(String stack) {
    return engine.list(ResourceKind.CONFIG, Selector.label(STACK_LABEL, stack));
  }

  private List<StoredRevision> stored(String stack) {
    return StoredRevision.in(configs(stack));
  }

  private StoredRevision find(Revision revision) {
    return stored(revision.stack(), revision.number());
  }

  private StoredRevision stored(String stack, int number) {
    return stored(stack).stream()
        .filter(each -> each.revision().number() == number)
        .findFirst()
        .orElseThrow(
            () ->
                new NotFoundException(
                    "revision " + number + " of stack " + stack + " has been removed by somebody"));
  }
}
