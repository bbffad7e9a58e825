package dev.swarmha.engine.docker.transport;

import java.io.IOException;

/** An ssh client that leads to no Engine, or no longer; its message is ssh's own words. */
final class SshFailure extends IOException {

  private final boolean isBeforeTheCall;

  /**
   * A failure.
   *
   * @param isBeforeTheCall whether the Engine has certainly not heard of the call
   */
  SshFailure(String words, boolean isBeforeTheCall, Throwable cause) {
    super(words, cause);
    this.isBeforeTheCall = isBeforeTheCall;
  }

  boolean isBeforeTheCall() {
    return isBeforeTheCall;
  }

  /** The words that ssh, or the docker CLI over there, said last, and what to do about them. */
  String advised() {
    return SshAdvice.of(String.valueOf(getMessage()))
        .map(advice -> getMessage() + "; " + advice)
        .orElseGet(() -> String.valueOf(getMessage()));
  }
}
