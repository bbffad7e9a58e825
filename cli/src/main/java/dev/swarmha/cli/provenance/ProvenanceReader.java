package dev.swarmha.cli.provenance;

import dev.swarmha.deploy.Operator;
import dev.swarmha.deploy.revision.Provenance;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads who does something, and from where: from the variables that pipelines set, from the
 * operator, and from the work tree that a file lies in.
 */
public final class ProvenanceReader {

  /** GitLab, Jenkins, CircleCI, Buildkite, Travis CI, Drone, Woodpecker. */
  private static final List<String> JOB_ADDRESSES =
      List.of(
          "CI_JOB_URL",
          "BUILD_URL",
          "CIRCLE_BUILD_URL",
          "BUILDKITE_BUILD_URL",
          "TRAVIS_JOB_WEB_URL",
          "DRONE_BUILD_LINK",
          "CI_PIPELINE_URL");

  /** GitLab, GitHub, Jenkins, CircleCI, Buildkite, Azure. */
  private static final List<String> JOB_USERS =
      List.of(
          "GITLAB_USER_LOGIN",
          "GITHUB_ACTOR",
          "BUILD_USER_ID",
          "CIRCLE_USERNAME",
          "BUILDKITE_BUILD_CREATOR",
          "BUILD_REQUESTEDFOR");

  private final Map<String, String> environment;
  private final Operator operator;

  public ProvenanceReader(Map<String, String> environment, Operator operator) {
    this.environment = new TreeMap<>(environment);
    this.operator = operator;
  }

  /** The provenance of what is done with the files of a directory. */
  public Provenance read(Path directory) {
    Optional<String> job = job();
    return new Provenance(
        job.flatMap(known -> first(JOB_USERS)).or(() -> variable("SUDO_USER")).or(this::user),
        Optional.of(operator.machine()).filter(name -> !name.equals(Operator.UNKNOWN.machine())),
        job,
        GitCommit.of(directory));
  }

  private Optional<String> user() {
    return Optional.of(operator.user()).filter(name -> !name.equals(Operator.UNKNOWN.user()));
  }

  private Optional<String> job() {
    return gitHub()
        .or(this::azure)
        .or(() -> first(JOB_ADDRESSES))
        // An address may have a password in it.
        .map(address -> address.replaceAll("//[^/@]*@", "//"));
  }

  private Optional<String> gitHub() {
    return variable("GITHUB_RUN_ID")
        .map(
            run ->
                environment.getOrDefault("GITHUB_SERVER_URL", "https://github.com")
                    + "/"
                    + environment.getOrDefault("GITHUB_REPOSITORY", "")
                    + "/actions/runs/"
                    + run);
  }

  private Optional<String> azure() {
    return variable("SYSTEM_COLLECTIONURI")
        .flatMap(
            server ->
                variable("BUILD_BUILDID")
                    .map(
                        build ->
                            server
                                + environment.getOrDefault("SYSTEM_TEAMPROJECT", "")
                                + "/_build/results?buildId="
                                + build));
  }

  private Optional<String> first(List<String> names) {
    return names.stream().flatMap(name -> variable(name).stream()).findFirst();
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
