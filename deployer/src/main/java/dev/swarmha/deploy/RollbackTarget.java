package dev.swarmha.deploy;

import dev.swarmha.deploy.revision.Revision;
import dev.swarmha.deploy.revision.RevisionStore;
import dev.swarmha.engine.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which revision of a stack is meant to be gone back to. */
final class RollbackTarget {

  private final String stack;
  private final List<Revision> revisions;

  /** A choice among the revisions of a stack, the oldest first. */
  RollbackTarget(String stack, List<Revision> revisions) {
    this.stack = stack;
    this.revisions = List.copyOf(revisions);
  }

  /**
   * The revision of this number.
   *
   * @throws NotFoundException when there is none
   */
  Revision of(int number) {
    return find(number)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "stack "
                        + stack
                        + " has no revision "
                        + number
                        + (revisions.isEmpty() ? "" : "; it has: " + numbers())));
  }

  private String numbers() {
    return revisions.stream()
        .map(each -> String.valueOf(each.number()))
        .collect(Collectors.joining(", "));
  }

  /**
   * The one that was deployed before the current one. Where the newest revision was not finished or
   * has failed, the current one itself is before it; a rollback that was cut off is to arrive.
   *
   * @return empty where nothing was deployed before what is unfinished
   * @throws NotFoundException when there is nothing to go back to
   */
  Optional<Revision> before() {
    if (revisions.isEmpty()) {
      throw new NotFoundException("stack " + stack + " has no revisions to go back to");
    }
    Revision newest = revisions.get(revisions.size() - 1);
    if (newest.isUnfinished() || newest.state() == Revision.State.FAILED) {
      return cutOffAim(newest).or(() -> RevisionStore.current(revisions));
    }
    return Optional.of(deployedBeforeCurrent());
  }

  private Optional<Revision> cutOffAim(Revision newest) {
    return switch (newest.state()) {
      case OPEN, INTERRUPTED -> newest.caption().restores().flatMap(this::find);
      case SUBMITTED, DEPLOYED, ROLLED_BACK, FAILED, ROLLBACK_FAILED, UNKNOWN -> Optional.empty();
    };
  }

  private Revision deployedBeforeCurrent() {
    List<Revision> deployed = revisions.stream().filter(Revision::isDeployed).toList();
    if (deployed.size() < 2) {
      throw new NotFoundException(
          "stack "
              + stack
              + " has no deployed revision before "
              + deployed.stream().findFirst().map(each -> "revision " + each.number()).orElse("")
              + " to go back to");
    }
    return deployed.get(deployed.size() - 2);
  }

  private Optional<Revision> find(int number) {
    return revisions.stream().filter(each -> each.number() == number).findFirst();
  }
}
