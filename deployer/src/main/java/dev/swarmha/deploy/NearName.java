package dev.swarmha.deploy;

import dev.swarmha.stack.validate.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The name that somebody probably meant who typed one that nothing has. */
public final class NearName {

  /** Every short name is nearly every other. */
  private static final int LONG_ENOUGH = 4;

  private NearName() {}

  /**
   * {@code ; did you mean "shop_web"?}, or nothing. Meant is the only name that is the typed one
   * but for its stack, or else one that is written nearly alike.
   */
  public static String hint(String written, Collection<String> names) {
    List<String> inStacks = names.stream().filter(each -> each.endsWith("_" + written)).toList();
    Optional<String> meant =
        inStacks.size() == 1
            ? Optional.of(inStacks.get(0))
            : Suggestion.nearest(written, names).filter(any -> written.length() >= LONG_ENOUGH);
    return meant.map(each -> "; did you mean \"" + each + "\"?").orElse("");
  }
}
