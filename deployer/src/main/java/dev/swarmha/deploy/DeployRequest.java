package dev.swarmha.deploy;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.image.ResolveImage;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Extent;
import dev.swarmha.deploy.rotate.Rotate;
import dev.swarmha.wait.probe.HealthCheck;
import java.time.Duration;
import java.util.List;

/**
 * What to deploy, and how.
 *
 * @param health addresses that must answer, beside those that the stack declares itself
 * @param extent how much of the stack is touched
 * @param rotate what becomes of secrets and configs whose content has changed
 * @param detach submit and return, without waiting for anything
 * @param prune remove what the stack no longer has, after success
 * @param dryRun make the plan and stop
 * @param recording how its revision is kept
 * @param lockTimeout how long to wait while somebody else has locked the stack
 */
public record DeployRequest(
    DesiredStack desired,
    Extent extent,
    Patience patience,
    List<HealthCheck> health,
    ResolveImage resolveImage,
    Rotate rotate,
    OnFailure onFailure,
    boolean detach,
    boolean prune,
    boolean dryRun,
    Recording recording,
    Duration lockTimeout) {

  public DeployRequest {
    requireNonNull(desired, "desired");
    requireNonNull(extent, "extent");
    requireNonNull(patience, "patience");
    health = List.copyOf(health);
    requireNonNull(resolveImage, "resolveImage");
    requireNonNull(rotate, "rotate");
    requireNonNull(onFailure, "onFailure");
    requireNonNull(recording, "recording");
    requireNonNull(lockTimeout, "lockTimeout");
  }

  /** A deploy with every default. */
  public static DeployRequest of(DesiredStack desired) {
    return new DeployRequest(
        desired,
        Extent.ALL,
        Patience.DEFAULT,
        List.of(),
        ResolveImage.ALWAYS,
        Rotate.AUTO,
        OnFailure.ROLLBACK,
        false,
        false,
        false,
        Recording.DEFAULT,
        Duration.ZERO);
  }

  /** The same deploy, with another answer to changed contents. */
  public DeployRequest with(Rotate changed) {
    return new DeployRequest(
        desired,
        extent,
        patience,
        health,
        resolveImage,
        changed,
        onFailure,
        detach,
        prune,
        dryRun,
        recording,
        lockTimeout);
  }

  /** What to do with a stack whose rollout has failed. */
  public enum OnFailure {
    /** Take the whole stack back to the revision before. */
    ROLLBACK,
    /** Start nothing more, and hold what the Engine is still updating. */
    PAUSE,
    /** Leave everything as it is; what the Engine is still updating goes on. */
    KEEP
  }

  /**
   * How long to wait.
   *
   * @param timeout for the whole rollout; a rollback has the same time again
   * @param progressDeadline how long nothing may move forward
   * @param stableFor how long everything must stay up before it counts; a service's own update
   *     monitor, where it is longer, holds instead
   */
  public record Patience(Duration timeout, Duration progressDeadline, Duration stableFor) {
    public static final Patience DEFAULT =
        new Patience(Duration.ofMinutes(5), Duration.ofMinutes(2), Duration.ofSeconds(5));

    public Patience {
      requireNonNull(timeout, "timeout");
      requireNonNull(progressDeadline, "progressDeadline");
      requireNonNull(stableFor, "stableFor");
    }
  }
}
