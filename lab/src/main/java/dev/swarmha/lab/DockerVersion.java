package dev.swarmha.lab;

import java.util.Arrays;

/** A version of the docker CLI, such as 28.2.2. */
public record DockerVersion(int major, int minor, int patch) implements Comparable<DockerVersion> {

  public static DockerVersion parse(String text) {
    int[] numbers =
        Arrays.stream(text.strip().split("[.]", 3))
            .map(part -> part.replaceFirst("\\D.*", ""))
            .mapToInt(Integer::parseInt)
            .toArray();
    if (numbers.length != 3) {
      throw new IllegalArgumentException("not a version of the docker CLI: " + text);
    }
    return new DockerVersion(numbers[0], numbers[1], numbers[2]);
  }

  @Override
  public int compareTo(DockerVersion other) {
    return Arrays.compare(
        new int[] {major, minor, patch}, new int[] {other.major, other.minor, other.patch});
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
