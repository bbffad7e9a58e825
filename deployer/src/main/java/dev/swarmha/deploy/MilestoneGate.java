package dev.swarmha.deploy;

import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.apply.Gate;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Requirement;
import dev.swarmha.engine.Snapshot;
import dev.swarmha.engine.Snapshot.ExternalNames;
import dev.swarmha.engine.time.Deadline;
import dev.swarmha.wait.Milestone;
import dev.swarmha.wait.ServiceTarget;
import dev.swarmha.wait.WaitResult;
import dev.swarmha.wait.Watch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Waits in the middle of a deploy until services have come as far as others need them. What they
 * are to reach is the spec that this deploy wants of them, whether it has changed or not.
 */
final class MilestoneGate implements Gate {

  private final World world;
  private final DesiredStack desired;
  private final Watch watch;
  private final Patience patience;
  private final Deadline deadline;

  /**
   * A gate of one deploy.
   *
   * @param watch what is watched beside the services
   */
  MilestoneGate(
      World world, DesiredStack desired, Watch watch, Patience patience, Deadline deadline) {
    this.world = world;
    this.desired = desired;
    this.watch = watch;
    this.patience = patience;
    this.deadline = deadline;
  }

  @Override
  public WaitResult await(List<Requirement> requirements) throws InterruptedException {
    Map<String, Milestone> milestones =
        requirements.stream()
            .collect(Collectors.toMap(Requirement::service, Requirement::milestone));
    Snapshot now =
        Snapshot.ofStack(world.swarm(), world.timeline(), desired.name(), ExternalNames.NONE);
    List<ServiceTarget> targets =
        ServiceTargets.desired(desired, now, Duration.ZERO).stream()
            .flatMap(
                target ->
                    Optional.ofNullable(milestones.get(target.service()))
                        .map(target::reaching)
                        .stream())
            .toList();
    return new StackWait(world, desired.name()).converged(targets, watch, patience, deadline);
  }
}
