package dev.swarmha.engine.testkit.cluster;

import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.TaskState;
import dev.swarmha.engine.testkit.api.ControlApi;
import dev.swarmha.engine.testkit.node.Agent;
import dev.swarmha.engine.testkit.node.Images;
import dev.swarmha.engine.testkit.state.ClusterState;
import dev.swarmha.engine.testkit.state.StoredNode;
import dev.swarmha.engine.testkit.state.StoredObject;
import dev.swarmha.engine.testkit.state.StoredTask;
import dev.swarmha.engine.testkit.state.Timers;
import java.time.Duration;

/**
 * One swarm at work. After each change the managers pass over the whole state a moment later and do
 * what is due, until nothing changes any more; nothing happens between calls and passes.
 */
public final class Cluster {

  private static final Duration MANAGERS_REACT_AFTER = Duration.ofMillis(20);

  private final Timers timers;
  private final ClusterState state;
  private final ControlApi api;
  private final Membership membership;
  private final SwarmRules settings;
  private final Allocator allocator;
  private final ConstraintEnforcer constraints;
  private final RestartSupervisor restarts;
  private final UpdateSupervisor updates;
  private final ReplicatedOrchestrator replicated;
  private final GlobalOrchestrator global;
  private final JobOrchestrator jobs;
  private final Scheduler scheduler;
  private final Agent agent;
  private final TaskReaper reaper;
  private boolean passIsComing;
  private boolean updaterIsQuick;

  /** The swarm of this number in its world, from 1. */
  public Cluster(int number, Timers timers, Images images) {
    this.timers = timers;
    this.state = new ClusterState(number, timers, this::wake);
    this.agent = new Agent(images);
    Tokens tokens = new Tokens("swarm" + number + "x".repeat(19));
    this.membership = new Membership(timers, state, agent, tokens);
    this.settings = new SwarmRules(tokens);
    this.api = new ControlApi(state);
    this.allocator = new Allocator(state);
    this.constraints = new ConstraintEnforcer(state);
    this.restarts = new RestartSupervisor(state);
    this.updates = new UpdateSupervisor(state, restarts);
    this.replicated = new ReplicatedOrchestrator(state, restarts, updates);
    this.global = new GlobalOrchestrator(state, restarts, updates);
    this.jobs = new JobOrchestrator(state, restarts);
    this.scheduler = new Scheduler(state);
    this.reaper = new TaskReaper(state);
  }

  /** What the managers remember, for looking at. */
  public ClusterState state() {
    return state;
  }

  public ControlApi api() {
    return api;
  }

  public Membership membership() {
    return membership;
  }

  /** What holds for the swarm as a whole. */
  public SwarmRules settings() {
    return settings;
  }

  /**
   * Lets the updater see a failed task before the orchestrator replaces it. Real managers race:
   * when the updater wins, the replacement has the old spec already, so that a rollback may find
   * nothing to do and count as completed although a task is still to come up.
   */
  public void letUpdaterWinRaces() {
    updaterIsQuick = true;
  }

  private void wake() {
    if (!passIsComing) {
      passIsComing = true;
      timers.schedule(MANAGERS_REACT_AFTER, this::pass);
    }
  }

  private void pass() {
    passIsComing = false;
    membership.settle();
    if (membership.hasLeader()) {
      manage();
    }
    for (StoredNode node : state.nodes()) {
      if (membership.isUp(node.id())) {
        state.tasksOn(node.id()).forEach(agent::step);
      }
    }
  }

  private void manage() {
    allocator.run();
    constraints.run();
    removeTasksWithoutService();
    if (updaterIsQuick) {
      state.all(ResourceKind.SERVICE).forEach(service -> updates.watch(service.id()));
    }
    for (StoredObject service : state.all(ResourceKind.SERVICE)) {
      if (service.service().isJob()) {
        jobs.reconcile(service);
      } else if (service.service().isGlobal()) {
        global.reconcile(service);
      } else {
        replicated.reconcile(service);
      }
    }
    restarts.openGates();
    scheduler.run();
    reaper.run();
  }

  /** The tasks of a removed job run on to their end, as with Engine 20.10. */
  private void removeTasksWithoutService() {
    for (StoredTask task : state.tasks()) {
      boolean runsToItsEnd = task.desired() == TaskState.COMPLETE;
      if (state.find(task.service()).isEmpty() && !runsToItsEnd) {
        task.desire(TaskState.REMOVE);
        updates.forget(task.service());
      }
    }
  }
}
