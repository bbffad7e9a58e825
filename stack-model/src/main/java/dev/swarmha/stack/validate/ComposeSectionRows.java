package dev.swarmha.stack.validate;

import dev.swarmha.document.PathTable;

/**
 * What the compose specification has otherwise than file format 3 for the top level and its
 * sections.
 */
final class ComposeSectionRows {

  private ComposeSectionRows() {}

  static void change(PathTable.Builder<Rule> table) {
    table.set("name", Rule.text());
  }
}
