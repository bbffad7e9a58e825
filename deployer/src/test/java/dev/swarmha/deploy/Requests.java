package dev.swarmha.deploy;

import dev.swarmha.deploy.DeployRequest.OnFailure;
import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.image.ResolveImage;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.rotate.Rotate;
import java.time.Duration;
import java.util.List;

/** Deploy requests for tests, with every default but what is named. */
record Requests(
    DesiredStack desired,
    Patience patience,
    Rotate rotate,
    OnFailure onFailure,
    boolean isDetached,
    boolean prunes,
    boolean isDryRun) {

  static Requests of(DesiredStack desired) {
    return new Requests(
        desired, Patience.DEFAULT, Rotate.AUTO, OnFailure.ROLLBACK, false, false, false);
  }

  Requests patience(Patience changed) {
    return new Requests(desired, changed, rotate, onFailure, isDetached, prunes, isDryRun);
  }

  Requests rotate(Rotate changed) {
    return new Requests(desired, patience, changed, onFailure, isDetached, prunes, isDryRun);
  }

  Requests onFailure(OnFailure changed) {
    return new Requests(desired, patience, rotate, changed, isDetached, prunes, isDryRun);
  }

  Requests detach() {
    return new Requests(desired, patience, rotate, onFailure, true, prunes, isDryRun);
  }

  Requests prune() {
    return new Requests(desired, patience, rotate, onFailure, isDetached, true, isDryRun);
  }

  Requests dryRun() {
    return new Requests(desired, patience, rotate, onFailure, isDetached, prunes, true);
  }

  DeployRequest build() {
    return new DeployRequest(
        desired,
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
