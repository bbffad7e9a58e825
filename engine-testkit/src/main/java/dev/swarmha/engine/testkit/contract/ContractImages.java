package dev.swarmha.engine.testkit.contract;

import static java.util.Objects.requireNonNull;

/**
 * The images that the habits need, by reference. All but {@code crash} and {@code job} have a
 * healthcheck that is asked each second.
 *
 * @param first healthy, and writes a line to standard output when it starts
 * @param second healthy, another one
 * @param crash ends with exit code 1 at once, after a line to standard error
 * @param unhealthy starts, and its healthcheck never passes
 * @param missing not in any registry
 * @param job ends with exit code 0 after a second
 */
public record ContractImages(
    String first, String second, String crash, String unhealthy, String missing, String job) {

  public ContractImages {
    requireNonNull(first, "first");
    requireNonNull(second, "second");
    requireNonNull(crash, "crash");
    requireNonNull(unhealthy, "unhealthy");
    requireNonNull(missing, "missing");
    requireNonNull(job, "job");
  }
}
