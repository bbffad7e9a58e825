package dev.swarmha.deploy;

import dev.swarmha.deploy.DeployRequest.OnFailure;
import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.image.ResolveImage;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.Extent;
import dev.swarmha.deploy.rotate.Rotate;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Deploy requests for tests, with every default but what is named. */
record Requests(
    DesiredStack desired,
    Extent extent,
    Patience patience,
    Rotate rotate,
    OnFailure onFailure,
    boolean isDetached,
    boolean prunes,
    boolean isDryRun) {

  static Requests of(DesiredStack desired) {
    return new Requests(
        desired,
        Extent.ALL,
        Patience.DEFAULT,
        Rotate.AUTO,
        OnFailure.ROLLBACK,
        false,
        false,
        false);
  }

  /** Of these services alone, by their full names. */
  Requests only(String... services) {
    return extent(new Extent(Set.of(services), extent.keepScale()));
  }

  Requests keepScale() {
    return extent(new Extent(extent.only(), true));
  }

  Requests extent(Extent changed) {
    return new Requests(
        desired, changed, patience, rotate, onFailure, isDetached, prunes, isDryRun);
  }

  Requests patience(Patience changed) {
    return new Requests(desired, extent, changed, rotate, onFailure, isDetached, prunes, isDryRun);
  }

  Requests rotate(Rotate changed) {
    return new Requests(
        desired, extent, patience, changed, onFailure, isDetached, prunes, isDryRun);
  }

  Requests onFailure(OnFailure changed) {
    return new Requests(desired, extent, patience, rotate, changed, isDetached, prunes, isDryRun);
  }

  Requests detach() {
    return new Requests(desired, extent, patience, rotate, onFailure, true, prunes, isDryRun);
  }

  Requests prune() {
    return new Requests(desired, extent, patience, rotate, onFailure, isDetached, true, isDryRun);
  }

  Requests dryRun() {
    return new Requests(desired, extent, patience, rotate, onFailure, isDetached, prunes, true);
  }

  DeployRequest build() {
    return new DeployRequest(
        desired,
        extent,
        patience,
        List.of(),
        ResolveImage.ALWAYS,
        rotate,
        onFailure,
        isDetached,
        prunes,
        isDryRun,
        Recording.DEFAULT,
        Duration.ZERO);
  }
}
