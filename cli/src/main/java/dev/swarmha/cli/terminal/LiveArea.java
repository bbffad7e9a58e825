package dev.swarmha.cli.terminal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/**
 * The last lines of a terminal, which are drawn again and again, below a record that stays. What is
 * typed meanwhile is not echoed, as it would break the picture; {@link #close} puts that back.
 */
public final class LiveArea implements AutoCloseable {

  private static final Size UNTOLD = new Size(80, 24);
  private static final int LEAST_COLUMNS = 20;
  private static final int LEAST_ROWS = 4;

  private final Terminal terminal;
  private final AtomicBoolean resized = new AtomicBoolean(true);
  private Size size = UNTOLD;
  private @Nullable Before before;
  private List<AttributedString> shown = List.of();

  /** What is to be put back at the end, beside the picture. */
  private record Before(Attributes attributes, SignalHandler onResize) {}

  public LiveArea(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal");
  }

  /** How wide the terminal is now. */
  public int columns() {
    return currentSize().getColumns();
  }

  /** Draws these lines in the place of those before; there is a row less than the size says. */
  public void show(Function<Size, List<AttributedString>> picture) {
    if (before == null) {
      before = begin();
    }
    Size last = size;
    if (resized.getAndSet(false)) {
      size = currentSize();
    }
    List<AttributedString> lines = picture.apply(size);
    // A terminal that has become narrower has broken the lines that stood there.
    moveUp(rows(shown, Math.min(last.getColumns(), size.getColumns())));
    shown = lines.subList(0, Math.min(lines.size(), size.getRows() - 1));
    shown.forEach(this::draw);
    terminal.puts(Capability.clr_eos);
    terminal.flush();
  }

  /** Adds to the record. The picture is gone until it is shown again. */
  public void print(List<AttributedString> lines) {
    clear();
    lines.forEach(this::draw);
    terminal.flush();
  }

  /** Takes the picture away and leaves the terminal as it was. */
  @Override
  public void close() {
    clear();
    terminal.flush();
    Before begun = before;
    if (begun != null) {
      before = null;
      terminal.handle(Signal.WINCH, begun.onResize());
      uninterrupted(() -> terminal.setAttributes(begun.attributes()));
    }
  }

  private void clear() {
    if (!shown.isEmpty()) {
      moveUp(rows(shown, size.getColumns()));
      terminal.puts(Capability.clr_eos);
      shown = List.of();
    }
  }

  /** Whole lines and never parts of them, so that nothing that stood there shines through. */
  private void draw(AttributedString line) {
    terminal.writer().print(line.toAnsi(terminal));
    terminal.puts(Capability.clr_eol);
    terminal.writer().println();
  }

  private void moveUp(int rows) {
    terminal.writer().print('\r');
    if (rows > 0) {
      terminal.puts(Capability.parm_up_cursor, rows);
    }
  }

  private static int rows(List<AttributedString> lines, int columns) {
    return lines.stream()
        .mapToInt(line -> Math.max(1, (line.columnLength() + columns - 1) / columns))
        .sum();
  }

  private Before begin() {
    SignalHandler onResize = terminal.handle(Signal.WINCH, signal -> resized.set(true));
    Attributes attributes = terminal.getAttributes();
    Attributes silent = new Attributes(attributes);
    silent.setLocalFlag(LocalFlag.ECHO, false);
    terminal.setAttributes(silent);
    return new Before(attributes, onResize);
  }

  private Size currentSize() {
    Size told = terminal.getSize();
    if (told.getColumns() <= 0 || told.getRows() <= 0) {
      return UNTOLD;
    }
    return new Size(
        Math.max(LEAST_COLUMNS, told.getColumns()), Math.max(LEAST_ROWS, told.getRows()));
  }

  /** JLine asks stty, which a thread that is being interrupted could not wait for. */
  private static void uninterrupted(Runnable action) {
    boolean interrupted = Thread.interrupted();
    try {
      action.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
