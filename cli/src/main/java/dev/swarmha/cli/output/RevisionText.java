package dev.swarmha.cli.output;

import dev.swarmha.deploy.revision.Revision;
import java.time.temporal.ChronoUnit;

/** Revisions in a few words. */
public final class RevisionText {

  private RevisionText() {}

  /** Who began a revision that was not finished, and when: a sentence without its end. */
  public static String unfinished(Revision revision) {
    String what =
        "revision "
            + revision.number()
            + revision
                .caption()
                .restores()
                .map(earlier -> ", a rollback to " + earlier + ",")
                .orElse("");
    String begun = " was begun by " + revision.caption().provenance().who() + " at " + at(revision);
    return SafeText.line(
        what
            + begun
            + (revision.state() == Revision.State.ROLLBACK_FAILED
                ? " and failed, and so did the way back"
                : " and was not finished"));
  }

  /** When it was begun, to the second. */
  public static String at(Revision revision) {
    return revision.createdAt().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
