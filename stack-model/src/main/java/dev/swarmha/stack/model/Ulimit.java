package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

/** A limit of the kernel on a process. */
public record Ulimit(String name, long soft, long hard) {

  public Ulimit {
    requireNonNull(name, "name");
  }
}
