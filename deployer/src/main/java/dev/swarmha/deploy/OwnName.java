package dev.swarmha.deploy;

import dev.swarmha.engine.Payload;
import java.nio.charset.StandardCharsets;

/** The names of the configs that swarmha keeps for itself beside a stack. */
public final class OwnName {

  /** swarmkit, {@code manager/controlapi/common.go}. */
  private static final int LONGEST = 64;

  private static final int DIGITS = 8;

  private OwnName() {}

  /** Readable where it fits into the Engine's limit for names; unique by its digest where not. */
  public static String of(String stack, String what) {
    String suffix = ".swarmha." + what;
    if (stack.length() + suffix.length() <= LONGEST) {
      return stack + suffix;
    }
    String digest =
        Payload.of(stack.getBytes(StandardCharsets.UTF_8)).digest().substring(0, DIGITS);
    int left = LONGEST - suffix.length() - DIGITS - 1;
    return stack.substring(0, left) + "." + digest + suffix;
  }
}
