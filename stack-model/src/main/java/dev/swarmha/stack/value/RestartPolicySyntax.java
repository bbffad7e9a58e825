package dev.swarmha.stack.value;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The short restart policy of a service, {@code on-failure:3}, from before {@code deploy}. */
public final class RestartPolicySyntax {

  /** Swarm's own word for when to restart, and how often at most. */
  public record Policy(String condition, OptionalLong maxAttempts) {}

  private static final Pattern TEXT =
      Pattern.compile("(no|always|on-failure|unless-stopped)(?::(\\d{1,9}))?|");

  private RestartPolicySyntax() {}

  /**
   * Reads a policy; {@code no} and nothing at all are none. Without a number docker/cli ({@code
   * opts.ParseRestartPolicy}) has 0 attempts after failures, and sends that, which is no limit.
   *
   * @throws ValueException when the text is no policy
   */
  public static Optional<Policy> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new ValueException(
          "\"" + text + "\" is not one of no, always, on-failure[:COUNT], unless-stopped");
    }
    String name = matcher.group(1);
    if (name == null || name.equals("no")) {
      return Optional.empty();
    }
    boolean onFailure = name.equals("on-failure");
    String count = matcher.group(2);
    OptionalLong attempts =
        onFailure
            ? OptionalLong.of(count == null ? 0 : Long.parseLong(count))
            : OptionalLong.empty();
    return Optional.of(new Policy(onFailure ? "on-failure" : "any", attempts));
  }
}
