package dev.swarmha.stack.value;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A platform, {@code OS/ARCHITECTURE[/VARIANT]}; Swarm looks at no variants. */
public record PlatformSyntax(String system, String architecture) {

  private static final Pattern TEXT =
      Pattern.compile("([a-z0-9]+)/([a-z0-9_]+)(?:/([a-z0-9.]+))?", Pattern.CASE_INSENSITIVE);

  /**
   * Reads a platform.
   *
   * @throws ValueException when the text is none
   */
  public static PlatformSyntax parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new ValueException("\"" + text + "\" is not a platform", "such as linux/amd64");
    }
    return new PlatformSyntax(
        matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2).toLowerCase(Locale.ROOT));
  }
}
