package dev.swarmha.cli.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/**
 * Standard input for one command of the shell: the lines that are typed until Ctrl-D. They are not
 * kept, as they may be secrets. Ctrl-C ends the waiting for them, and closing closes nothing, for
 * the shell goes on reading.
 */
public final class TerminalInput extends InputStream {

  private final Terminal terminal;
  private InputStream line = InputStream.nullInputStream();
  private boolean ended;

  /** What is typed at a terminal. */
  public TerminalInput(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal");
  }

  @Override
  public int read() throws IOException {
    int next = line.read();
    while (next < 0 && !ended) {
      readLine();
      next = line.read();
    }
    return next;
  }

  private void readLine() throws IOException {
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.BRACKETED_PASTE, false)
            .variable(LineReader.DISABLE_HISTORY, true)
            .variable(LineReader.DISABLE_COMPLETION, true)
            .build();
    try {
      line = new ByteArrayInputStream((reader.readLine() + "\n").getBytes(UTF_8));
    } catch (EndOfFileException end) {
      ended = true;
    } catch (UserInterruptException interrupted) {
      throw new InterruptedIOException("interrupted");
    }
  }

  /** Line by line, for one that has been typed is not to wait for the next. */
  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int next = read();
    if (next < 0) {
      return -1;
    }
    bytes[from] = (byte) next;
    return 1;
  }
}
