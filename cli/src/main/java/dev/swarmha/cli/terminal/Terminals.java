package dev.swarmha.cli.terminal;

import java.util.Optional;
import org.jline.terminal.Terminal;

/** Where a command gets the terminal from that somebody looks at, if somebody does. */
@FunctionalInterface
public interface Terminals {

  /** Nobody looks on: output goes to a file or a pipe. */
  Terminals NONE = Optional::empty;

  /**
   * The terminal, opened when it is first asked for; empty where there is none, or one that cannot
   * move its cursor. Whoever opens it leaves its attributes as they were; it stays open.
   */
  Optional<Terminal> open();

  /** Whether somebody looks on, without opening the terminal where that can be told otherwise. */
  default boolean isThere() {
    return open().isPresent();
  }
}
