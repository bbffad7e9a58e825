package dev.swarmha.stack.validate;

import dev.swarmha.document.PathTable;

/**
 * What the compose specification has otherwise than file format 3 for what a service takes from the
 * other sections, and for its ports.
 */
final class ComposeReferenceRows {

  private ComposeReferenceRows() {}

  static void change(PathTable.Builder<Rule> table) {}
}
