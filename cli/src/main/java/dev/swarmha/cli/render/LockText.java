package dev.swarmha.cli.render;

import dev.swarmha.cli.output.SafeText;
import dev.swarmha.deploy.lock.LockHolder;
import dev.swarmha.engine.time.DurationText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What becomes of somebody else's lock, in one line. */
final class LockText {

  private LockText() {}

  static String awaited(LockHolder holder, boolean overdue) {
    String held = "stack " + holder.stack() + " is locked by " + holder;
    return SafeText.line(
        overdue
            ? held
                + "; the lock has not been renewed since "
                + text(holder.renewed())
                + " and is taken over unless that happens within "
                + DurationText.of(holder.lease().silence())
            : held + "; waiting");
  }

  static String takenOver(LockHolder holder) {
    return SafeText.line(
        "took over the lock of stack "
            + holder.stack()
            + " from "
            + holder.owner()
            + ", who has not renewed it since "
            + text(holder.renewed())
            + ": "
            + holder.reason());
  }

  private static String text(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
