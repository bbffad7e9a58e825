package dev.swarmha.deploy.lock;

import dev.swarmha.deploy.lock.LockWatch.Verdict;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.NameTakenException;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.StaleVersionException;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.engine.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One attempt to get the lock of a stack. */
final class Acquisition {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private record Announced(ResourceId lock, Instant since, boolean overdue) {}

  private final EngineConnection connection;
  private final SwarmEngine engine;
  private final Timeline timeline;
  private final LockRequest request;
  private final LockListener listener;
  private final String token = UUID.randomUUID().toString();
  private final LockWatch watch = new LockWatch();
  private final Set<Announced> announced = new HashSet<>();
  private Optional<Instant> attempted = Optional.empty();
  private Optional<LockHolder> predecessor = Optional.empty();

  Acquisition(
      EngineConnection connection, Timeline timeline, LockRequest request, LockListener listener) {
    this.connection = connection;
    this.engine = connection.swarm();
    this.timeline = timeline;
    this.request = request;
    this.listener = listener;
  }

  LockAttempt run(Deadline deadline) throws InterruptedException {
    try {
      while (true) {
        Optional<LockAttempt> end = look(deadline);
        if (end.isPresent()) {
          return end.get();
        }
        timeline.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException | EngineException stopped) {
      abandon();
      throw stopped;
    }
  }

  private Optional<LockAttempt> look(Deadline deadline) {
    Optional<Resource> lock = find();
    return lock.isPresent() ? judge(lock.get(), deadline) : create(deadline);
  }

  private Optional<LockAttempt> create(Deadline deadline) {
    Mapping labels = LockObject.labels(request.holderAt(attempt()), token);
    Mapping spec = LockObject.spec(StackLock.name(request.stack()), labels);
    WriteOptions data = WriteOptions.of(LockObject.data(request.stack()));
    try {
      return taken(engine.create(ResourceKind.CONFIG, spec, data).id());
    } catch (NameTakenException sooner) {
      return find().flatMap(lock -> judge(lock, deadline));
    }
  }

  private Optional<LockAttempt> judge(Resource lock, Deadline deadline) {
    if (LockObject.isHeldWith(token, lock)) {
      return taken(lock.id());
    }
    LockHolder holder = LockObject.holder(lock);
    Verdict verdict = watch.judge(lock, () -> engine.info().clock(), timeline.instant());
    if (verdict == Verdict.OVER) {
      return takeOver(lock, holder);
    }
    boolean overdue = verdict == Verdict.OVERDUE;
    if (!overdue && deadline.hasPassed()) {
      return Optional.of(new LockAttempt.Refused(holder));
    }
    if (announced.add(new Announced(lock.id(), holder.since(), overdue))) {
      listener.awaited(holder, overdue);
    }
    return Optional.empty();
  }

  private Optional<LockAttempt> takeOver(Resource lock, LockHolder before) {
    Mapping labels = LockObject.labels(request.holderAt(attempt()), token);
    predecessor = Optional.of(before);
    try {
      engine.update(lock, lock.spec().with("Labels", labels), WriteOptions.NONE);
    } catch (StaleVersionException | NotFoundException sooner) {
      predecessor = Optional.empty();
      return Optional.empty();
    }
    return taken(lock.id());
  }

  private Instant attempt() {
    Instant now = timeline.instant();
    attempted = Optional.of(now);
    return now;
  }

  private Optional<LockAttempt> taken(ResourceId id) {
    predecessor.ifPresent(listener::takenOver);
    Instant at = attempted.orElseThrow();
    HeldLock held = new HeldLock(connection, timeline, request, new HeldLock.Proof(id, token), at);
    return Optional.of(new LockAttempt.Taken(held));
  }

  private Optional<Resource> find() {
    return StackLock.find(engine, request.stack());
  }

  /** A write that was broken off, or whose answer was lost, may have been made all the same. */
  private void abandon() {
    if (attempted.isEmpty()) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try {
      find().filter(lock -> LockObject.isHeldWith(token, lock)).ifPresent(engine::remove);
    } catch (EngineException away) {
      // What has stopped us is told; the lock, if there is one, is over after its lease.
      return;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
