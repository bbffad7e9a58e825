package dev.swarmha.stack.model;

import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.dialect.Dialect;

/** Which of two readings of the same files counts, where the first of them failed. */
final class Readings {

  private static final String RULE = "dialect";

  private Readings() {}

  /**
   * The reading by the compose specification where it succeeded, with a note that says why it was
   * needed. Where both failed, the one that complains less: the file was evidently written for it.
   * Where they complain alike, docker stack deploy's, which has no remarks of its own to add.
   */
  static Loaded<Stack> better(Loaded<Stack> stack, Loaded<Stack> compose) {
    if (!compose.isOk()) {
      return stack.errors().size() <= compose.errors().size() ? stack : compose;
    }
    Diagnostics problems = new Diagnostics();
    problems.addAll(compose.diagnostics());
    problems.add(note(stack.errors().get(0)));
    return Loaded.of(compose.value().orElseThrow(), problems.all());
  }

  private static Diagnostic note(Diagnostic complaint) {
    String message =
        "read by "
            + Dialect.COMPOSE.authority()
            + ", because "
            + Dialect.STACK.authority()
            + " would refuse this: "
            + complaint.message();
    return Diagnostic.info(RULE, complaint.origin(), complaint.path(), message);
  }
}
