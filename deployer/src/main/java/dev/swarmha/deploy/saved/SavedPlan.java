package dev.swarmha.deploy.saved;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Extent;
import dev.swarmha.deploy.plan.Plan;
import dev.swarmha.deploy.plan.PlanText;
import dev.swarmha.deploy.plan.Reconciler;
import dev.swarmha.deploy.plan.Step;
import dev.swarmha.deploy.rotate.Fingerprint;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A plan that can be kept and applied later: what it leads to, and the objects that it was made
 * from. It is only ever applied if these are still the same, and so has the same steps then.
 *
 * @param desired the stack as it is to be, without the data of secrets
 * @param extent how much of the stack it touches
 * @param prune remove what the stack no longer has, after success
 * @param at when the swarm was read for it
 * @param objects what was there then
 * @param steps the plan as text
 * @param secrets the fingerprints of the contents that it needs, by the names of the secrets that
 *     it makes
 */
public record SavedPlan(
    DesiredStack desired,
    Extent extent,
    boolean prune,
    Instant at,
    List<SavedObject> objects,
    List<String> steps,
    Map<String, String> secrets) {

  public SavedPlan {
    requireNonNull(desired, "desired");
    requireNonNull(extent, "extent");
    requireNonNull(at, "at");
    objects = List.copyOf(objects);
    steps = List.copyOf(steps);
    secrets = new TreeMap<>(secrets);
  }

  /** A plan that was made from a snapshot. */
  public static SavedPlan of(
      DesiredStack desired, Snapshot before, Plan plan, Extent extent, boolean prune) {
    Map<String, String> secrets = new TreeMap<>();
    for (Step step : plan.stepsFor(ResourceKind.SECRET)) {
      if (step.verb() == Step.Verb.CREATE) {
        desired
            .find(step.target())
            .flatMap(secret -> Fingerprint.of(desired.name(), secret))
            .ifPresent(fingerprint -> secrets.put(step.target().name(), fingerprint));
      }
    }
    return new SavedPlan(
        desired,
        extent,
        prune,
        before.takenAt(),
        SavedObject.of(desired, before),
        PlanText.lines(plan),
        secrets);
  }

  /** Whether it makes secrets, whose content it does not have. */
  public boolean needsContents() {
    return !secrets.isEmpty();
  }

  /**
   * The same plan with the contents of its secrets.
   *
   * @param file the stack with its plain names, as it is read from its files
   * @throws OutdatedPlanException when they have other contents now
   */
  public SavedPlan withContents(DesiredStack file) {
    Map<String, Payload> contents = new TreeMap<>();
    for (DesiredResource secret : file.all(ResourceKind.SECRET)) {
      Fingerprint.of(file.name(), secret)
          .ifPresent(print -> secret.payload().ifPresent(data -> contents.put(print, data)));
    }
    List<DesiredResource> resources = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (DesiredResource each : desired.resources()) {
      Optional<String> print =
          Optional.of(each.ref())
              .filter(ref -> ref.kind() == ResourceKind.SECRET)
              .flatMap(ref -> Optional.ofNullable(secrets.get(ref.name())));
      Optional<Payload> data = print.flatMap(it -> Optional.ofNullable(contents.get(it)));
      if (print.isPresent() && data.isEmpty()) {
        problems.add(each.ref() + " is to be made, and none of the files has its content any more");
      }
      resources.add(data.isPresent() ? new DesiredResource(each.ref(), each.spec(), data) : each);
    }
    if (!problems.isEmpty()) {
      throw new OutdatedPlanException(problems);
    }
    return new SavedPlan(
        desired.withResources(resources), extent, prune, at, objects, steps, secrets);
  }

  /**
   * The steps, if the swarm is still what they were made from.
   *
   * @param now a snapshot that has looked for the {@link DesiredStack#contentNames}
   * @throws OutdatedPlanException when it is not
   */
  public Plan on(Snapshot now) {
    List<String> moved = SavedObject.moved(objects, SavedObject.of(desired, now));
    if (!moved.isEmpty()) {
      throw new OutdatedPlanException(moved);
    }
    Plan plan = Reconciler.reconcile(desired, now);
    if (!PlanText.lines(plan).equals(steps)) {
      throw new OutdatedPlanException(
          List.of(
              "this version of swarmha would make other steps of it than the one that saved it"));
    }
    return plan;
  }
}
