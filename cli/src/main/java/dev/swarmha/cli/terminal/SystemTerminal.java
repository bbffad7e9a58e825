package dev.swarmha.cli.terminal;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The terminal of this process. JLine asks {@code stty}, so no native code is loaded. */
public final class SystemTerminal implements Terminals {

  private final BooleanSupplier looksOn;
  private Optional<Terminal> opened = Optional.empty();
  private boolean tried;

  /**
   * Nothing is opened before it is asked for.
   *
   * @param looksOn whether input and output are a terminal
   */
  public SystemTerminal(BooleanSupplier looksOn) {
    this.looksOn = looksOn;
  }

  @Override
  public synchronized Optional<Terminal> open() {
    if (!tried) {
      tried = true;
      opened = looksOn.getAsBoolean() ? build() : Optional.empty();
    }
    return opened;
  }

  @Override
  public boolean isThere() {
    return looksOn.getAsBoolean();
  }

  /** Without JLine's own signals, under which Ctrl-C would end Java at once. */
  private static Optional<Terminal> build() {
    try {
      Terminal terminal =
          TerminalBuilder.builder()
              .system(true)
              .dumb(true)
              .provider("exec")
              .nativeSignals(false)
              .build();
      return Optional.of(terminal).filter(it -> !it.getType().startsWith(Terminal.TYPE_DUMB));
    } catch (IOException | IllegalStateException unusable) {
      return Optional.empty();
    }
  }
}
