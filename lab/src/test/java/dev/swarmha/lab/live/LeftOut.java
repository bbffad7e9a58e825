package dev.swarmha.lab.live;

import dev.swarmha.lab.DockerVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the docker CLI of this machine is too old for. It counts nowhere, and is named.
 *
 * @param names of cases, or of stacks
 */
public record LeftOut(DockerVersion docker, List<String> names) {

  public LeftOut {
    names = List.copyOf(names);
  }

  /**
   * Those of all whose needs are beyond a docker CLI.
   *
   * @param needs the first version of the docker CLI that can do it, if not every one can
   */
  public static <C> LeftOut of(
      DockerVersion docker, List<C> all, Function<C, Optional<DockerVersion>> needs) {
    return new LeftOut(
        docker,
        all.stream()
            .filter(each -> needs.apply(each).filter(it -> it.compareTo(docker) > 0).isPresent())
            .map(Object::toString)
            .toList());
  }

  /** Whether it is left out, by its name. */
  public boolean has(Object one) {
    return names.contains(one.toString());
  }

  /** A line that counts and names them, if there are any. */
  public List<String> lines(String kind) {
    return names.isEmpty()
        ? List.of()
        : List.of(
            "parity (%s): %d more left out, too new for docker %s: %s"
                .formatted(kind, names.size(), docker, String.join(", ", names)));
  }
}
