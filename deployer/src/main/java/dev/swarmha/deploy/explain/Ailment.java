package dev.swarmha.deploy.explain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** Kinds of trouble that keep a task from running, and what to do about each, in plain words. */
public enum Ailment {
  NO_SUITABLE_NODE(
      "no-suitable-node", "make room on a node, add one, or let the service ask for less"),
  IMAGE_NOT_FOUND(
      "image-not-found",
      "check the name and the tag of the image, and that it has been pushed: each node pulls it by"
          + " itself, from a registry that it must reach"),
  PORT_TAKEN(
      "port-taken",
      "something that Swarm does not know of has the port on that node; \"ss -ltnp\" there tells"
          + " what. Stop it, or publish another port"),
  MOUNT_FAILED(
      "mount-failed",
      "what is mounted must be there already: make it on every node that may run the task, or keep"
          + " the service by a placement constraint on those that have it"),
  CANNOT_START(
      "cannot-start",
      "check entrypoint and command of the service against what is in the image, and that the image"
          + " is for the node's architecture"),
  UNHEALTHY(
      "unhealthy",
      "its healthcheck fails: run the check's command in a container of the image; if it only needs"
          + " more time to start, raise healthcheck.start_period"),
  /** Known, not guessed: the Engine of the task's node says so. */
  OUT_OF_MEMORY(
      "out-of-memory",
      "it took more memory than it may: raise deploy.resources.limits.memory, or find out what"
          + " takes it"),
  /** Ended by SIGKILL, by whomever. */
  KILLED(
      "killed",
      "137 means that it was killed: as a rule by the kernel for want of memory (see"
          + " deploy.resources.limits.memory, and the node's own), or because it did not stop"
          + " within its stop_grace_period"),
  /** The process has ended without complaint, and was meant to go on. */
  ENDED(
      "ended",
      "the process ended by itself, and Swarm starts it again: keep it in the foreground; if it is"
          + " meant to end, set deploy.restart_policy.condition to on-failure or none, or make it a"
          + " job"),
  JOB_FAILED(
      "job-failed",
      "its log should tell why the job fails; a job runs again when it is deployed with another"
          + " spec"),
  CRASHED(
      "crashed",
      "its log should tell why the process ends; then look at what has changed: image, environment,"
          + " secrets and configs, services that it needs"),
  /** The task's node is not heard from. */
  NODE_LOST(
      "node-lost",
      "bring the node back; if it is gone for good, remove it from the swarm (docker node rm)"),
  /** On its way, as far as can be seen. */
  STARTING("starting", "wait: it counts once it runs, and is healthy where it has a healthcheck"),
  OTHER("other", "the Engine's words are all that is known");

  private static final int SIGKILL = 137;

  private final String word;
  private final String advice;

  Ailment(String word, String advice) {
    this.word = requireNonNull(word, "word");
    this.advice = requireNonNull(advice, "advice");
  }

  /** Its name for machines. */
  public String word() {
    return word;
  }

  /** What to do, as far as the kind of trouble alone tells. */
  public String advice() {
    return advice;
  }

  /** Whether the Engine of the task's node may know more of it than the managers do. */
  boolean isOfContainer() {
    return this == UNHEALTHY || this == KILLED;
  }

  /**
   * The kind of trouble that a task has ended in, or waits with.
   *
   * @param words what the Engine says of it
   * @param exitCode that of its process, if it has ended
   * @param job whether it was meant to end
   */
  static Ailment of(String words, Optional<Integer> exitCode, boolean job) {
    return Phrases.find(words).or(() -> exitCode.map(code -> of(code, job))).orElse(OTHER);
  }

  private static Ailment of(int exitCode, boolean job) {
    if (exitCode == SIGKILL) {
      return KILLED;
    }
    if (exitCode == 0) {
      return ENDED;
    }
    return job ? JOB_FAILED : CRASHED;
  }
}
