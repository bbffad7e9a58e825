package dev.swarmha.stack.validate;

import dev.swarmha.document.PathTable;

/** What the compose specification has otherwise than file format 3 for a service. */
final class ComposeServiceRows {

  private ComposeServiceRows() {}

  static void change(PathTable.Builder<Rule> table) {}
}
