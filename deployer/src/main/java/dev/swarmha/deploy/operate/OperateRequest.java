package dev.swarmha.deploy.operate;

import static java.util.Objects.requireNonNull;

import dev.swarmha.deploy.DeployRequest.Patience;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to do to which services, and how long to wait.
 *
 * @param changes by the names, ids or id prefixes that the user gave
 * @param anyNumber whether numbers of replicas are taken that look like a slip
 */
public record OperateRequest(
    Operation operation,
    Map<String, ServiceChange> changes,
    OperateTerms terms,
    boolean anyNumber) {

  public OperateRequest {
    requireNonNull(operation, "operation");
    changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    requireNonNull(terms, "terms");
  }

  /** So many replicas for each of these. */
  public static OperateRequest scale(Map<String, Integer> replicas, OperateTerms terms) {
    Map<String, ServiceChange> changes = new LinkedHashMap<>();
    replicas.forEach((name, count) -> changes.put(name, ServiceChanges.scale(count)));
    return new OperateRequest(Operation.SCALE, changes, terms, false);
  }

  /** The same, where the user has said that the numbers are meant. */
  public OperateRequest meantSo() {
    return new OperateRequest(operation, changes, terms, true);
  }

  public static OperateRequest restart(List<String> names, OperateTerms terms) {
    return of(Operation.RESTART, names, ServiceChanges.restart(), terms);
  }

  public static OperateRequest stop(List<String> names, OperateTerms terms) {
    return of(Operation.STOP, names, ServiceChanges.stop(), terms);
  }

  public static OperateRequest start(List<String> names, OperateTerms terms) {
    return of(Operation.START, names, ServiceChanges.start(), terms);
  }

  private static OperateRequest of(
      Operation operation, List<String> names, ServiceChange change, OperateTerms terms) {
    Map<String, ServiceChange> changes = new LinkedHashMap<>();
    names.forEach(name -> changes.put(name, change));
    return new OperateRequest(operation, changes, terms, false);
  }

  /**
   * How long to wait.
   *
   * @param detach submit and return
   * @param lockTimeout how long to wait, for each stack, while somebody else has locked it
   */
  public record OperateTerms(Patience patience, boolean detach, Duration lockTimeout) {
    public static final OperateTerms DEFAULT =
        new OperateTerms(Patience.DEFAULT, false, Duration.ZERO);

    public OperateTerms {
      requireNonNull(patience, "patience");
      requireNonNull(lockTimeout, "lockTimeout");
    }
  }
}
