package dev.swarmha.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jline.builtins.ScreenTerminal;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.impl.LineDisciplineTerminal;

/** A terminal whose screen can be read, as somebody in front of it would. */
public final class VirtualScreen implements Terminals {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final LineDisciplineTerminal terminal;
  private final ScreenTerminal screen;

  public VirtualScreen(int columns, int rows) {
    try {
      terminal = new LineDisciplineTerminal("screen", "xterm", written, UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    terminal.setSize(new Size(columns, rows));
    screen = new ScreenTerminal(columns, rows);
  }

  @Override
  public Optional<Terminal> open() {
    return Optional.of(terminal);
  }

  /** Whether what is typed is shown. */
  public boolean echoes() {
    return terminal.getAttributes().getLocalFlag(LocalFlag.ECHO);
  }

  public void resize(int columns, int rows) {
    settle();
    terminal.setSize(new Size(columns, rows));
    screen.setSize(columns, rows);
    terminal.raise(Signal.WINCH);
  }

  /** What stands there, without blanks at the ends. */
  public String text() {
    settle();
    return screen
            .toString()
            .lines()
            .map(String::stripTrailing)
            .collect(Collectors.joining("\n"))
            .strip()
        + "\n";
  }

  /** Everything that was ever written, as the terminal got it. */
  public String written() {
    settle();
    return written.toString(UTF_8);
  }

  private int read;

  private void settle() {
    terminal.flush();
    String all = written.toString(UTF_8);
    screen.write(all.substring(read));
    read = all.length();
  }
}
