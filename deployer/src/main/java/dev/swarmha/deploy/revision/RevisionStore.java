package dev.swarmha.deploy.revision;

import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.revision.Revision.State;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.WriteOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The revisions of stacks, kept as configs in the swarm: the managers replicate them, and whoever
 * deploys next finds them. The data is what the deploy asked for and never changes; what happens to
 * a revision is in its labels, the only part of a config that Swarm lets change. The configs do not
 * carry Docker's stack label, so that no other tool takes them for a part of the stack.
 */
public final class RevisionStore {

  /** Marks a config as a revision, and names its stack. */
  public static final String STACK_LABEL = "dev.swarmha.stack";

  private static final String NUMBER_LABEL = "dev.swarmha.revision";
  private static final String STATE_LABEL = "dev.swarmha.state";
  private static final String MESSAGE_LABEL = "dev.swarmha.message";
  private static final int LONGEST_NAME = 64;

  private final SwarmEngine engine;

  public RevisionStore(SwarmEngine engine) {
    this.engine = engine;
  }

  /** The revisions of a stack, the oldest first. */
  public List<Revision> list(String stack) {
    return resources(stack).stream()
        .map(RevisionStore::read)
        .sorted(Comparator.comparingInt(Revision::number))
        .toList();
  }

  /** The newest revision that was deployed, or at least submitted: the one that the stack is at. */
  public Optional<Revision> current(String stack) {
    return current(list(stack));
  }

  private static Optional<Revision> current(List<Revision> revisions) {
    return revisions.stream().filter(RevisionStore::isDeployed).reduce((older, newer) -> newer);
  }

  /** The same for every stack that has one, by the stack's name. */
  public Map<String, Revision> current() {
    Map<String, Revision> newest = new TreeMap<>();
    engine.list(ResourceKind.CONFIG, Selector.all()).stream()
        .filter(config -> config.labels().containsKey(STACK_LABEL))
        .map(RevisionStore::read)
        .filter(RevisionStore::isDeployed)
        .sorted(Comparator.comparingInt(Revision::number))
        .forEach(revision -> newest.put(revision.stack(), revision));
    return newest;
  }

  private static boolean isDeployed(Revision revision) {
    return revision.state() == State.DEPLOYED || revision.state() == State.SUBMITTED;
  }

  /**
   * What a stack should be if only deploys had changed it. A later deploy that failed or was cut
   * off has changed it too, as far as it came.
   */
  public Asked asked(String stack) {
    Map<Integer, Resource> stored = new TreeMap<>();
    resources(stack).forEach(each -> stored.put(read(each).number(), each));
    Optional<Integer> current = current(list(stack)).map(Revision::number);
    if (current.isEmpty()) {
      return Asked.UNKNOWN;
    }
    List<Map<ResourceRef, Mapping>> specs = new ArrayList<>();
    for (Resource each : stored.values()) {
      Revision revision = read(each);
      boolean left = revision.state() == State.FAILED || revision.state() == State.OPEN;
      if (revision.number() == current.get() || (revision.number() > current.get() && left)) {
        Optional<Map<ResourceRef, Mapping>> told = RevisionData.specs(each);
        if (told.isEmpty()) {
          return Asked.UNKNOWN;
        }
        specs.add(told.get());
      }
    }
    return new Asked(current, specs);
  }

  /** Records a deploy that is about to begin, under the next number. */
  public Revision open(DesiredStack desired, Optional<String> message) {
    String stack = desired.name();
    int number = list(stack).stream().mapToInt(Revision::number).max().orElse(0) + 1;
    Mapping.Builder labels =
        Mapping.builder()
            .put(STACK_LABEL, stack)
            .put(NUMBER_LABEL, String.valueOf(number))
            .put(STATE_LABEL, State.OPEN.word());
    message.ifPresent(text -> labels.put(MESSAGE_LABEL, text));
    labels.putAll(RevisionContents.labels(desired));
    Mapping spec =
        Mapping.builder().put("Name", name(stack, number)).put("Labels", labels.build()).build();
    engine.create(ResourceKind.CONFIG, spec, WriteOptions.of(RevisionData.of(desired)));
    return read(find(stack, number));
  }

  /** Records how a deploy ended. */
  public Revision close(Revision revision, State state) {
    Resource observed = find(revision.stack(), revision.number());
    Mapping labels =
        observed.spec().mapping("Labels").with(STATE_LABEL, Document.text(state.word()));
    engine.update(observed, observed.spec().with("Labels", labels), WriteOptions.NONE);
    return read(observed.withSpec(observed.spec().with("Labels", labels)));
  }

  /** Forgets a revision, for a first deploy that has left nothing behind. */
  public void forget(Revision revision) {
    engine.remove(find(revision.stack(), revision.number()));
  }

  /**
   * Forgets all but the newest revisions. The one that the stack is at stays, and so do those that
   * have not ended.
   */
  public void forgetAllBut(int newest, String stack) {
    List<Revision> all = list(stack);
    Optional<Revision> current = current(all);
    all.stream()
        .limit(Math.max(0, all.size() - newest))
        .filter(each -> each.state() != State.OPEN)
        .filter(each -> !current.equals(Optional.of(each)))
        .forEach(this::forget);
  }

  /** Forgets everything about a stack. */
  public void forgetAll(String stack) {
    resources(stack).forEach(engine::remove);
  }

  private List<Resource> resources(String stack) {
    return engine.list(ResourceKind.CONFIG, Selector.label(STACK_LABEL, stack));
  }

  private Resource find(String stack, int number) {
    return resources(stack).stream()
        .filter(each -> each.label(NUMBER_LABEL).equals(Optional.of(String.valueOf(number))))
        .findFirst()
        .orElseThrow(
            () ->
                new NotFoundException(
                    "revision " + number + " of stack " + stack + " has been removed by somebody"));
  }

  private static Revision read(Resource config) {
    Map<String, String> labels = config.labels();
    return new Revision(
        labels.getOrDefault(STACK_LABEL, ""),
        Integer.parseInt(labels.getOrDefault(NUMBER_LABEL, "0")),
        State.parse(labels.getOrDefault(STATE_LABEL, "")),
        Optional.ofNullable(labels.get(MESSAGE_LABEL)),
        RevisionContents.read(labels),
        config.createdAt());
  }

  /** Readable where it fits into the Engine's limit for names; unique by its digest where not. */
  private static String name(String stack, int number) {
    String suffix = ".swarmha.r" + number;
    if (stack.length() + suffix.length() <= LONGEST_NAME) {
      return stack + suffix;
    }
    String digest = Payload.of(stack.getBytes(StandardCharsets.UTF_8)).digest().substring(0, 8);
    return stack.substring(0, LONGEST_NAME - suffix.length() - 9) + "." + digest + suffix;
  }
}
