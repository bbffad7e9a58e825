package dev.swarmha.engine.testkit;

import dev.swarmha.engine.testkit.node.ImageBehaviour;
import dev.swarmha.engine.testkit.node.ImageBehaviour.Cause;
import dev.swarmha.engine.testkit.node.ImageBehaviour.Ending;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Says what containers of an image do, from the next one that starts. Until something is said, they
 * become healthy within a second and run until they are stopped.
 */
public final class ImageScript {

  private final ImageLibrary library;
  private final String reference;

  ImageScript(ImageLibrary library, String reference) {
    this.library = library;
    this.reference = reference;
  }

  /** Takes back all that was said of the image. */
  public ImageScript healthy() {
    return change(before -> ImageBehaviour.HEALTHY);
  }

  /** The healthcheck passes this long after the start, if the spec's patience lasts so long. */
  public ImageScript becomesHealthyAfter(Duration time) {
    return change(before -> before.withHealthyAfter(Optional.of(time)));
  }

  /** The healthcheck never passes, so that the Engine kills the container before it is running. */
  public ImageScript neverHealthy() {
    return change(before -> before.withHealthyAfter(Optional.empty()));
  }

  /** The healthcheck passes at first and fails for good this long after. */
  public ImageScript becomesUnhealthyAfter(Duration time) {
    return ends(new Ending(time, 143, Cause.UNHEALTHY));
  }

  /** The process ends before it is running. */
  public ImageScript crashesAtOnce(int exitCode) {
    return ends(new Ending(Duration.ZERO, exitCode, Cause.EXIT));
  }

  /** The process ends with exit code 1 after it has been running for this long. */
  public ImageScript crashesAfter(Duration time) {
    return crashesAfter(time, 1);
  }

  public ImageScript crashesAfter(Duration time, int exitCode) {
    return ends(new Ending(time, exitCode, Cause.EXIT));
  }

  /** The process ends with exit code 0 after it has been running for this long. */
  public ImageScript completesAfter(Duration time) {
    return ends(new Ending(time, 0, Cause.EXIT));
  }

  /** The process takes more memory than it may, after it has been running for this long. */
  public ImageScript runsOutOfMemoryAfter(Duration time) {
    return ends(new Ending(time, 137, Cause.MEMORY));
  }

  /** What the last runs of the healthcheck have written, one text a run. */
  public ImageScript healthcheckSays(String... outputs) {
    return change(before -> before.withHealthOutput(List.of(outputs)));
  }

  /** The process takes this long to end when it is told to stop. */
  public ImageScript stopsAfter(Duration time) {
    return change(before -> before.withStopsAfter(time));
  }

  /** The lines that each container writes. */
  public ImageScript logs(String... lines) {
    return change(before -> before.withLogs(List.of(lines)));
  }

  /** The lines that each container writes to standard error. */
  public ImageScript complains(String... lines) {
    return change(before -> before.withErrors(List.of(lines)));
  }

  /** No registry has the image, and no node either. */
  public ImageScript missing() {
    return change(before -> before.withMissing(true));
  }

  private ImageScript ends(Ending ending) {
    return change(before -> before.withEnding(ending));
  }

  private ImageScript change(UnaryOperator<ImageBehaviour> change) {
    library.change(reference, change);
    return this;
  }
}
