package dev.swarmha.deploy.revision;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Who does something, and from where; each part as far as it is known.
 *
 * @param user the name of a person, or of an account
 * @param machine the name of the machine that the program runs on
 * @param job the job of a pipeline, by its address or number
 * @param commit the commit of the files' work tree
 */
public record Provenance(
    Optional<String> user,
    Optional<String> machine,
    Optional<String> job,
    Optional<String> commit) {

  public static final Provenance UNKNOWN =
      new Provenance(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public Provenance {
    requireNonNull(user, "user");
    requireNonNull(machine, "machine");
    requireNonNull(job, "job");
    requireNonNull(commit, "commit");
  }

  public Provenance withCommit(Optional<String> changed) {
    return new Provenance(user, machine, job, changed);
  }

  /** {@code user-a on build-7 (JOB)}, as far as it is known. */
  public String who() {
    return user.orElse("somebody")
        + machine.map(name -> " on " + name).orElse("")
        + job.map(name -> " (" + name + ")").orElse("");
  }
}
