package dev.swarmha.engine.failover;

import static java.util.Objects.requireNonNull;

import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.EngineContainers;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.EngineLogs;
import dev.swarmha.engine.ImageRegistry;
import dev.swarmha.engine.ImageRegistry.ImageManifest;
import dev.swarmha.engine.LogReading;
import dev.swarmha.engine.LogRequest;
import dev.swarmha.engine.RegistryAuth;
import dev.swarmha.engine.RegistryCredentials;
import dev.swarmha.engine.ResourceId;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.SwarmMembership;
import dev.swarmha.engine.time.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A swarm through one or several of its managers. While one of them is away another one answers;
 * while none has a leader, or all that have answered are away, questions and changes of {@link
 * #swarm()} wait for 45 s. Safe for use by several threads.
 */
public final class FailoverConnection implements EngineConnection {

  private final Managers managers;
  private final SwarmEngine impatient;
  private final SwarmEngine swarm;

  private FailoverConnection(Managers managers, Timeline timeline) {
    this.managers = managers;
    this.impatient = new FailoverEngine(managers);
    this.swarm =
        new SettlingEngine(
            new PatientEngine(new FailoverEngine(managers), timeline, managers::hasAnswered));
  }

  /** A connection through these managers; the first one is asked first. Nothing is sent yet. */
  public static FailoverConnection over(List<Manager> managers, Timeline timeline) {
    return new FailoverConnection(
        new Managers(managers, timeline), requireNonNull(timeline, "timeline"));
  }

  @Override
  public SwarmEngine swarm() {
    return swarm;
  }

  @Override
  public SwarmEngine impatientSwarm() {
    return impatient;
  }

  @Override
  public SwarmMembership membership() {
    return new FailoverMembership(managers);
  }

  @Override
  public EngineLogs logs() {
    return new EngineLogs() {
      @Override
      public List<String> tail(ResourceId task, int lines) {
        return told(manager -> manager.logs().tail(task, lines), List::isEmpty, List.of());
      }

      @Override
      public LogReading open(LogRequest request) {
        return managers.read(manager -> manager.logs().open(request));
      }
    };
  }

  /** A container is known to the Engine of its own node only, so all of them are asked. */
  @Override
  public EngineContainers containers() {
    return id ->
        managers.all().stream()
            .flatMap(manager -> manager.connection().containers().find(id).stream())
            .findFirst();
  }

  @Override
  public ImageRegistry images() {
    return new Registry();
  }

  /** Registries through whichever manager answers. */
  private final class Registry implements ImageRegistry {

    @Override
    public Optional<ImageManifest> inspect(String reference, Optional<RegistryAuth> auth) {
      return told(
          manager -> manager.images().inspect(reference, auth),
          Optional::isEmpty,
          Optional.empty());
    }

    @Override
    public List<Optional<ImageManifest>> inspectAll(
        List<String> references, RegistryCredentials credentials) {
      return told(
          manager -> manager.images().inspectAll(references, credentials),
          answers -> answers.stream().anyMatch(Optional::isEmpty),
          references.stream().map(reference -> Optional.<ImageManifest>empty()).toList());
    }
  }

  /**
   * The answer to a question that is never answered with an error: having nothing to tell counts
   * only from a manager that still answers.
   */
  private <T> T told(Function<EngineConnection, T> question, Predicate<T> nothing, T otherwise) {
    try {
      return managers.read(
          manager -> {
            T answer = question.apply(manager);
            if (managers.all().size() > 1 && nothing.test(answer)) {
              manager.swarm().info();
            }
            return answer;
          });
    } catch (EngineInterruptedException interrupted) {
      throw interrupted;
    } catch (EngineException untold) {
      return otherwise;
    }
  }

  @Override
  public void close() {
    managers.all().forEach(manager -> manager.connection().close());
  }
}
