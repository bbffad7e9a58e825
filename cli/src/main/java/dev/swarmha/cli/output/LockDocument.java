package dev.swarmha.cli.output;

import dev.swarmha.deploy.lock.LockHolder;
import dev.swarmha.document.Mapping;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A lock and who holds it, as JSON shows it everywhere. */
public final class LockDocument {

  private LockDocument() {}

  public static Mapping of(LockHolder holder) {
    return Mapping.builder()
        .put("owner", holder.owner())
        .put("reason", holder.reason())
        .put("since", text(holder.since()))
        .put("renewed", text(holder.renewed()))
        .put("expires", text(holder.expires()))
        .build();
  }

  private static String text(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
