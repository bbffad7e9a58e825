package dev.swarmha.cli.complete;

import java.util.List;

/** Tells which names there are now. */
@FunctionalInterface
public interface LiveNames {

  /** Where nobody can be asked. */
  LiveNames NONE = query -> List.of();

  List<Candidate> of(NameQuery query);
}
