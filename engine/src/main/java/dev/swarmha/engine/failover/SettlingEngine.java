package dev.swarmha.engine.failover;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.EngineUnreachableException;
import dev.swarmha.engine.ForwardingReads;
import dev.swarmha.engine.LimitedReads;
import dev.swarmha.engine.NameTakenException;
import dev.swarmha.engine.NoLeaderException;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.OtherContentException;
import dev.swarmha.engine.Resource;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.engine.Selector;
import dev.swarmha.engine.StaleVersionException;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.WriteOptions;
import dev.swarmha.engine.Written;
import dev.swarmha.engine.time.Deadline;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Settles by reading what has become of a write whose answer did not come. A write is made again
 * only after a read has shown that it had no effect; should the first one come to be after all,
 * only one of the two can: names are unique, and an update names the version that it is about.
 */
final class SettlingEngine implements ForwardingReads {

  private static final int ROUNDS = 3;

  private final SwarmEngine engine;

  SettlingEngine(SwarmEngine engine) {
    this.engine = engine;
  }

  @Override
  public SwarmEngine behind() {
    return engine;
  }

  /** What has become of a change is found out in its own time. */
  @Override
  public SwarmEngine until(Deadline deadline) {
    return new LimitedReads(engine.until(deadline), this);
  }

  @Override
  public Written create(ResourceKind kind, Mapping spec, WriteOptions options) {
    ResourceRef made = new ResourceRef(kind, spec.text("Name").orElse(""));
    Doubt doubt = new Doubt();
    while (true) {
      try {
        return engine.create(kind, spec, options);
      } catch (NameTakenException taken) {
        doubt.requireAny(taken);
      } catch (EngineException failure) {
        doubt.add(failure);
      }
      Optional<Resource> now = doubt.read(() -> named(made));
      switch (Settlement.ofCreation(readable(kind, spec, options), now)) {
        case DONE -> {
          requireSameSecret(now.orElseThrow(), options);
          return new Written(now.orElseThrow().id(), List.of());
        }
        case NOT_DONE, GONE -> doubt.requireAnotherRound();
        case OVERTAKEN -> throw taken(made);
      }
    }
  }

  private Optional<Resource> named(ResourceRef ref) {
    return engine.list(ref.kind(), Selector.names(ref.name())).stream().findFirst();
  }

  /** The data of configs can be read. */
  private static Mapping readable(ResourceKind kind, Mapping spec, WriteOptions options) {
    return options
        .payload()
        .filter(payload -> kind == ResourceKind.CONFIG)
        .map(payload -> Base64.getEncoder().encodeToString(payload.bytes()))
        .map(data -> spec.with("Data", Document.text(data)))
        .orElse(spec);
  }

  /** That of secrets cannot, but writing it again is refused where it is not the same. */
  private void requireSameSecret(Resource found, WriteOptions options) {
    if (found.kind() == ResourceKind.SECRET && options.payload().isPresent()) {
      try {
        update(found, found.spec(), options);
      } catch (OtherContentException other) {
        throw taken(ResourceRef.of(found));
      }
    }
  }

  private static NameTakenException taken(ResourceRef ref) {
    return new NameTakenException(
        "cannot create " + ref + ": somebody else has made another one of this name meanwhile");
  }

  @Override
  public Written update(Resource observed, Mapping spec, WriteOptions options) {
    Resource before = observed;
    Doubt doubt = new Doubt();
    while (true) {
      try {
        return engine.update(before, spec, options);
      } catch (StaleVersionException moved) {
        doubt.requireAny(moved);
      } catch (EngineException failure) {
        doubt.add(failure);
      }
      Optional<Resource> now = doubt.read(() -> engine.find(observed.kind(), observed.id()));
      switch (Settlement.ofUpdate(before, spec, now)) {
        case DONE -> {
          return new Written(observed.id(), List.of());
        }
        case NOT_DONE -> {
          doubt.requireAnotherRound();
          before = now.orElseThrow();
        }
        case OVERTAKEN ->
            throw new StaleVersionException(
                "cannot update " + ResourceRef.of(observed) + ": somebody else has changed it");
        case GONE ->
            throw new NotFoundException(
                "cannot update " + ResourceRef.of(observed) + ": it has been removed");
      }
    }
  }

  @Override
  public void remove(Resource observed) {
    Doubt doubt = new Doubt();
    while (true) {
      try {
        engine.remove(observed);
        return;
      } catch (EngineException failure) {
        doubt.add(failure);
      }
      Optional<Resource> now = doubt.read(() -> engine.find(observed.kind(), observed.id()));
      if (Settlement.ofRemoval(now) == Settlement.DONE) {
        return;
      }
      doubt.requireAnotherRound();
    }
  }

  /** The failures of one write that left open whether it took effect. */
  private static final class Doubt {

    private int rounds;
    private Optional<EngineException> last = Optional.empty();

    /** Throws what leaves nothing open, and what ends the command. */
    void add(EngineException failure) {
      if (!failure.mayHaveTakenEffect() || failure instanceof EngineInterruptedException) {
        throw failure;
      }
      last = Optional.of(failure);
    }

    /** Throws what is not about an earlier round of the same write. */
    void requireAny(EngineException failure) {
      if (last.isEmpty()) {
        throw failure;
      }
    }

    void requireAnotherRound() {
      rounds++;
      if (rounds >= ROUNDS) {
        throw last.orElseThrow();
      }
    }

    <T> T read(Supplier<T> question) {
      try {
        return question.get();
      } catch (EngineInterruptedException interrupted) {
        throw interrupted;
      } catch (EngineException unread) {
        String message =
            last.orElseThrow().getMessage() + "; it could not be found out: " + unread.getMessage();
        throw unread instanceof NoLeaderException
            ? new NoLeaderException(message, unread)
            : EngineUnreachableException.unanswered(message, unread);
      }
    }
  }
}
