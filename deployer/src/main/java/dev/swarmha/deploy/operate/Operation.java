package dev.swarmha.deploy.operate;

import java.util.Locale;

/** What can be done to services by hand, without a file. */
public enum Operation {
  SCALE("scaled"),
  RESTART("restarted"),
  STOP("stopped"),
  START("started");

  private final String past;

  Operation(String past) {
    this.past = past;
  }

  /** The name of the command. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What services are afterwards. */
  String past() {
    return past;
  }
}
