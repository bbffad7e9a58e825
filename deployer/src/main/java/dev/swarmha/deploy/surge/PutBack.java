package dev.swarmha.deploy.surge;

import dev.swarmha.engine.Resource;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of putting replica counts back.
 *
 * @param restored the services that have their own count again, with the specs that were sent
 * @param notes what is worth knowing of others, such as a count that somebody else has set since
 * @param problems those that could not be written, each with the Engine's words
 */
public record PutBack(List<Resource> restored, List<String> notes, List<String> problems) {

  /** Nothing had to be put back. */
  public static final PutBack NOTHING = new PutBack(List.of(), List.of(), List.of());

  public PutBack {
    restored = List.copyOf(restored);
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
  }

  /** Whether no service is left with more replicas than it is to have. */
  public boolean isComplete() {
    return problems.isEmpty();
  }

  /** What is left behind, in words for the end of a sentence. */
  public String words() {
    if (!isComplete()) {
      return "the replica counts are not put back: "
          + String.join("; ", problems)
          + "; run swarmha rebalance to put them back";
    }
    return restored.isEmpty()
        ? "no replica count had to be put back"
        : "replica counts are put back: "
            + restored.stream().map(Resource::name).collect(Collectors.joining(", "));
  }
}
