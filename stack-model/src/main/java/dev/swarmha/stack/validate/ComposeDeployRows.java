package dev.swarmha.stack.validate;

import dev.swarmha.document.PathTable;

/** What the compose specification has otherwise than file format 3 for {@code deploy}. */
final class ComposeDeployRows {

  private ComposeDeployRows() {}

  static void change(PathTable.Builder<Rule> table) {}
}
