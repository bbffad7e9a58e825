package dev.swarmha.cli.command;

import dev.swarmha.cli.output.Column;
import dev.swarmha.cli.output.Listing;
import dev.swarmha.engine.Resource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Secrets or configs as a list; their data is no part of it. */
final class StoredListing {

  private static final List<Column<Resource>> COLUMNS =
      List.of(
          Column.text("id", resource -> resource.id().value()),
          Column.text("name", Resource::name),
          Column.text(
              "created",
              resource -> resource.createdAt().truncatedTo(ChronoUnit.SECONDS).toString()),
          Column.textMap("labels", Resource::labels));

  private StoredListing() {}

  static Listing<Resource> of(List<Resource> resources) {
    return new Listing<>(COLUMNS, resources);
  }
}
