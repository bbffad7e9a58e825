package dev.swarmha.deploy;

import dev.swarmha.engine.EngineRefusedException;
import dev.swarmha.engine.NotFoundException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds one of several things by what a user typed: the full id, the exact name, or the beginning
 * of an id that no other shares, tried in this order as the Engine does.
 *
 * @param word what these things are called, in the singular
 */
public record Lookup<T>(String word, Function<T, String> id, Function<T, String> name) {

  /**
   * Finds one.
   *
   * @throws NotFoundException when nothing matches; the message names what there is
   * @throws EngineRefusedException when several match
   */
  public T find(List<T> candidates, String wanted) {
    List<T> byId = matching(candidates, each -> id.apply(each).equals(wanted));
    List<T> byName = matching(candidates, each -> name.apply(each).equals(wanted));
    List<T> byPrefix =
        wanted.isEmpty()
            ? List.of()
            : matching(candidates, each -> id.apply(each).startsWith(wanted));
    for (List<T> found : List.of(byId, byName, byPrefix)) {
      if (found.size() == 1) {
        return found.get(0);
      }
      if (found.size() > 1) {
        throw new EngineRefusedException(
            found.size()
                + " "
                + word
                + "s match \""
                + wanted
                + "\": "
                + names(found, id)
                + "; use a full id");
      }
    }
    throw new NotFoundException(
        "there is no "
            + word
            + " \""
            + wanted
            + "\""
            + (candidates.isEmpty() ? "" : "; there are: " + names(candidates, name))
            + NearName.hint(wanted, candidates.stream().map(name).toList()));
  }

  private List<T> matching(List<T> candidates, Predicate<T> test) {
    return candidates.stream().filter(test).toList();
  }

  private String names(List<T> things, Function<T, String> shown) {
    return things.stream().map(shown).sorted().collect(Collectors.joining(", "));
  }
}
