package dev.swarmha.deploy;

/** Numbers of things in words: {@code 1 step}, {@code 2 steps}. */
public final class Counted {

  private Counted() {}

  public static String of(int count, String singular) {
    return count + " " + singular + (count == 1 ? "" : "s");
  }
}
