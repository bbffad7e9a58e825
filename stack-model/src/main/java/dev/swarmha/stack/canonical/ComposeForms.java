package dev.swarmha.stack.canonical;

import dev.swarmha.document.PathTable;

/** The short forms that the compose specification has otherwise than file format 3. */
final class ComposeForms {

  private ComposeForms() {}

  static void change(PathTable.Builder<Form> table) {}
}
