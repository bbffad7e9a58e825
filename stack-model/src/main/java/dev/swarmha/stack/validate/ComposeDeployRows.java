package dev.swarmha.stack.validate;

import dev.swarmha.document.PathTable;

/** What the compose specification has otherwise than file format 3 for {@code deploy}. */
final class ComposeDeployRows {

  private ComposeDeployRows() {}

  static void change(PathTable.Builder<Rule> table) {
    table.set(
        "services.*.deploy.resources.reservations.devices",
        Rule.refused(
            "nodes advertise devices as generic resources; reserve them under"
                + " \"generic_resources\""));
  }
}
