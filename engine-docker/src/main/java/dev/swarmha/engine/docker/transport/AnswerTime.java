package dev.swarmha.engine.docker.transport;

import java.time.Duration;

/**
 * How long an answer is waited for, by what is asked. An Engine gives its managers 20 seconds for
 * what concerns the swarm, and then says so itself (moby {@code daemon/cluster/cluster.go}, {@code
 * swarmRequestTimeout}); who waits less than that takes an answer away that was to come, and who
 * waits longer hears nothing more.
 */
public enum AnswerTime {
  /** Whether an Engine is there; it asks nobody else. */
  PING(Duration.ofSeconds(10)),
  /** The last lines of a log, which the manager fetches: for ever, from a node that is down. */
  LOG(Duration.ofSeconds(5)),
  /** A container of the Engine's own node, of which something is told beside what matters. */
  CONTAINER(Duration.ofSeconds(5)),
  READ(Duration.ofSeconds(25)),
  /** A little longer than reads, since what is not answered has to be found out. */
  WRITE(Duration.ofSeconds(30)),
  /** An image, which the Engine asks a registry for. */
  REGISTRY(Duration.ofSeconds(30)),
  /** Forming, joining and leaving: 20 seconds for other managers, and containers are stopped. */
  MEMBERSHIP(Duration.ofSeconds(60));

  private final Duration limit;

  AnswerTime(Duration limit) {
    this.limit = limit;
  }

  public Duration limit() {
    return limit;
  }

  /** That of a method where nothing else is said. */
  static AnswerTime of(String method) {
    return method.equals("GET") || method.equals("HEAD") ? READ : WRITE;
  }
}
