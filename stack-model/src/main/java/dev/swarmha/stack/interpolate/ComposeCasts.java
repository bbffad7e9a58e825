package dev.swarmha.stack.interpolate;

import dev.swarmha.document.PathTable;

/** Where compose-go's loader casts variables otherwise than docker/cli's. */
final class ComposeCasts {

  private ComposeCasts() {}

  static void change(PathTable.Builder<Cast> table) {}
}
