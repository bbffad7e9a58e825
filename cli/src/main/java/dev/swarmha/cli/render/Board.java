package dev.swarmha.cli.render;

import static java.util.Objects.requireNonNull;

import dev.swarmha.cli.output.SafeText;
import dev.swarmha.cli.render.ServiceRow.Mark;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.plan.Requirement;
import dev.swarmha.deploy.plan.Step;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.time.DurationText;
import dev.swarmha.wait.Convergence;
import dev.swarmha.wait.Reason;
import dev.swarmha.wait.event.WaitEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What has been told of one command so far: what a live display shows, and nothing decided. */
final class Board {

  private final InstantSource clock;
  private final Instant begun;
  private final Map<String, ServiceRow> services = new LinkedHashMap<>();
  private final Map<String, Answer> answers = new TreeMap<>();
  private final Map<String, Instant> settling = new TreeMap<>();
  private final TaskBoard tasks = new TaskBoard();
  private Optional<String> activity = Optional.empty();
  private boolean goesBack;
  private int steps;
  private int made;

  /** The last answer of a health check. */
  record Answer(String address, boolean passed, String words) {}

  Board(InstantSource clock) {
    this.clock = requireNonNull(clock, "clock");
    this.begun = clock.instant();
  }

  List<ServiceRow> services() {
    Instant now = clock.instant();
    return services.values().stream().map(row -> counted(row, now)).toList();
  }

  List<Answer> answers() {
    return List.copyOf(answers.values());
  }

  Instant now() {
    return clock.instant();
  }

  /** Since the command began, in whole seconds. */
  Duration elapsed() {
    return Duration.ofSeconds(Duration.between(begun, clock.instant()).toSeconds());
  }

  /** What is going on, in a few words. */
  String activity() {
    String now = activity.orElseGet(this::summary);
    return goesBack ? "going back: " + now : now;
  }

  private String summary() {
    long done = services.values().stream().filter(row -> row.mark() == Mark.DONE).count();
    if (done < services.size()) {
      return done + " of " + services.size() + " services converged";
    }
    return answers.values().stream().allMatch(Answer::passed)
        ? "all services converged"
        : "waiting for health checks";
  }

  private ServiceRow counted(ServiceRow row, Instant now) {
    Optional<Instant> until = Optional.ofNullable(settling.get(row.name()));
    if (row.mark() != Mark.SETTLING || until.isEmpty()) {
      return row;
    }
    long left = Math.max(0, (Duration.between(now, until.get()).toMillis() + 999) / 1000);
    String words =
        left == 0
            ? "has stayed up"
            : "must stay up for " + DurationText.of(Duration.ofSeconds(left)) + " more";
    return row.standing(Mark.SETTLING, words, now);
  }

  /** Takes note of an event. */
  void put(ProgressEvent event) {
    if (event instanceof ProgressEvent.Waiting waiting) {
      activity = Optional.empty();
      put(waiting.event());
    } else if (event instanceof ProgressEvent.LockAwaited lock) {
      activity = Optional.of(SafeText.line("waiting for the lock of " + lock.holder().owner()));
    } else if (event instanceof ProgressEvent.LockTakenOver) {
      activity = Optional.of("looking at the swarm");
    } else if (event instanceof ProgressEvent.PlanMade made) {
      plan(made.plan().steps());
    } else if (event instanceof ProgressEvent.RollbackStarted) {
      goesBack = true;
      activity = Optional.of("looking at the swarm");
      services.clear();
      tasks.clear();
    } else {
      putStep(event);
    }
  }

  private void putStep(ProgressEvent event) {
    if (event instanceof ProgressEvent.StepHeld held) {
      String needs =
          held.step().needs().stream()
              .map(Requirement::toString)
              .collect(Collectors.joining(" and "));
      stand(held.step(), Mark.TO_COME, "waits until " + needs);
    } else if (event instanceof ProgressEvent.StepStarted started) {
      Step step = started.step();
      activity =
          Optional.of(
              "step %d of %d, %s %s"
                  .formatted(Math.min(made + 1, steps), steps, step.verb().word(), step.target()));
      stand(step, Mark.MOVING, step.verb().word() + "s");
    } else if (event instanceof ProgressEvent.StepDone done) {
      made++;
      Step step = done.step();
      boolean gone = step.verb() == Step.Verb.REMOVE;
      stand(step, gone ? Mark.DONE : Mark.MOVING, step.verb().word() + "d");
    } else if (event instanceof ProgressEvent.StepFailed failed) {
      stand(failed.step(), Mark.FAILED, SafeText.line(failed.message()));
    }
  }

  private void plan(List<Step> planned) {
    steps = planned.size();
    made = 0;
    planned.stream()
        .filter(step -> step.target().kind() == ResourceKind.SERVICE)
        .map(step -> step.target().name())
        .forEach(name -> services.put(name, ServiceRow.toCome(name)));
  }

  private void stand(Step step, Mark mark, String words) {
    if (step.target().kind() == ResourceKind.SERVICE) {
      String name = step.target().name();
      services.put(name, row(name).standing(mark, words, clock.instant()));
    }
  }

  private ServiceRow row(String name) {
    return services.getOrDefault(name, ServiceRow.toCome(name));
  }

  private void put(WaitEvent event) {
    if (event instanceof WaitEvent.ServiceMoved moved) {
      settling.remove(moved.service());
      services.put(moved.service(), moved.convergence().accept(new Verdict(moved.service())));
    } else if (event instanceof WaitEvent.TaskMoved moved) {
      tasks.put(moved);
      ServiceRow row = row(moved.service());
      if (row.mark() == Mark.MOVING) {
        services.put(
            row.name(), row.standing(Mark.MOVING, tasks.words(row.name()), clock.instant()));
      }
    } else if (event instanceof WaitEvent.ProbeAnswered probe) {
      String address = SafeText.line(probe.result().probe().address());
      String words = SafeText.line(probe.result().answer()) + ", try " + probe.attempt();
      answers.put(address, new Answer(address, probe.result().passed(), words));
    }
  }

  private final class Verdict implements Convergence.Visitor<ServiceRow> {
    private final ServiceRow row;

    Verdict(String service) {
      this.row = row(service);
    }

    @Override
    public ServiceRow pending(Convergence.Pending verdict) {
      return stands(Mark.HELD_UP, SafeText.line(verdict.reason()))
          .counting(verdict.done(), verdict.wanted());
    }

    @Override
    public ServiceRow progressing(Convergence.Progressing verdict) {
      return stands(Mark.MOVING, tasks.words(row.name()))
          .counting(verdict.done(), verdict.wanted());
    }

    @Override
    public ServiceRow settling(Convergence.Settling verdict) {
      settling.put(row.name(), verdict.until());
      return stands(Mark.SETTLING, "").counting(verdict.done(), verdict.wanted());
    }

    @Override
    public ServiceRow converged(Convergence.Converged verdict) {
      return stands(Mark.DONE, "converged").counting(verdict.wanted(), verdict.wanted());
    }

    @Override
    public ServiceRow failed(Convergence.Failed verdict) {
      return stands(Mark.FAILED, messages(verdict.reasons()));
    }

    @Override
    public ServiceRow rolledBack(Convergence.RolledBack verdict) {
      return stands(Mark.FAILED, "rolled back by the Engine: " + messages(verdict.reasons()));
    }

    @Override
    public ServiceRow superseded(Convergence.Superseded verdict) {
      return stands(Mark.FAILED, SafeText.line(verdict.message()));
    }

    private ServiceRow stands(Mark mark, String words) {
      return row.standing(mark, words, clock.instant());
    }

    private static String messages(List<Reason> reasons) {
      return reasons.stream()
          .map(reason -> SafeText.line(reason.message()))
          .distinct()
          .collect(Collectors.joining("; "));
    }
  }
}
