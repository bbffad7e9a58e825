package dev.swarmha.stack.merge;

import dev.swarmha.document.PathTable;

/** Where compose-go's {@code override} package merges otherwise than docker/cli's loader. */
final class ComposeMergeRules {

  private ComposeMergeRules() {}

  static void change(PathTable.Builder<MergeRule> table) {}
}
