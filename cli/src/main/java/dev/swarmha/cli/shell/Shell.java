package dev.swarmha.cli.shell;

import static java.util.Objects.requireNonNull;

import dev.swarmha.cli.complete.TypedLine;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Terminal;

/** Reads lines and runs them, until there are no more. */
public final class Shell {

  private static final String DROP_LINE = "drop-line";

  private final Session session;
  private final Foreground foreground = new Foreground();
  private final SessionOptions options;
  private final LineReader reader;
  private final Prompt prompt;
  private final PrintWriter out;

  public Shell(Session session) {
    this.session = requireNonNull(session, "session");
    this.options = new SessionOptions(session.started().options());
    this.reader = reader(session);
    this.prompt = new Prompt(session.endpoint(), session.color());
    this.out = session.terminal().writer();
  }

  private static LineReader reader(Session session) {
    DefaultParser parser = new DefaultParser();
    parser.setEofOnUnclosedQuote(true);
    parser.setEofOnEscapedNewLine(true);
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(session.terminal())
            .appName("swarmha")
            .parser(parser)
            .completer(
                new LineCompleter(
                    session.program(), session.names(), new FileNames(session.directory())))
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
            .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
            .option(LineReader.Option.INSERT_BRACKET, false)
            .variable(LineReader.HISTORY_IGNORE, HistoryFile.NEVER_KEPT)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "> ");
    HistoryFile.in(session.environment())
        .ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    LineReader reader = builder.build();
    reader
        .getWidgets()
        .put(
            DROP_LINE,
            () -> {
              throw new UserInterruptException(reader.getBuffer().toString());
            });
    reader.getKeyMaps().values().stream()
        .distinct()
        .forEach(keys -> keys.bind(new Reference(DROP_LINE), KeyMap.ctrl('C')));
    return reader;
  }

  /** Runs what is typed, until the end of input or {@code exit}. */
  public void run() throws InterruptedException {
    session.terminal().handle(Terminal.Signal.INT, signal -> foreground.interrupt());
    out.println("'help' lists the commands, Tab completes, Ctrl-D leaves.");
    boolean on = true;
    while (on) {
      Optional<String> line = read();
      on = line.isPresent() && !line.get().strip().equals(BuiltIn.EXIT);
      if (on) {
        execute(line.get());
      }
    }
  }

  /**
   * At the prompt Ctrl-C is a key like any other: as a signal it comes a moment late, and takes
   * what was typed after it with the line that it is to drop.
   */
  private Optional<String> read() {
    Attributes before = session.terminal().getAttributes();
    Attributes asKey = new Attributes(before);
    asKey.setControlChar(ControlChar.VINTR, 0);
    session.terminal().setAttributes(asKey);
    try {
      return Optional.of(reader.readLine(prompt.text(session.state().get())));
    } catch (UserInterruptException dropped) {
      return Optional.of("");
    } catch (EndOfFileException left) {
      return Optional.empty();
    } finally {
      session.terminal().setAttributes(before);
    }
  }

  /** Runs a line, and looks at the swarm anew; an empty one is for that alone. */
  private void execute(String line) throws InterruptedException {
    int code = line.stripLeading().startsWith("!") ? runInSystem(line) : runHere(line);
    if (code != 0) {
      out.println("exit code " + code);
    }
    out.flush();
    session.changed().run();
  }

  private int runInSystem(String line) {
    String command = line.strip().substring(1).strip();
    return new SystemCommand(command, session.directory().toAbsolutePath(), session.environment())
        .run(out);
  }

  private int runHere(String line) throws InterruptedException {
    List<String> words = words(line);
    if (words.size() > 1 && words.get(0).equals(session.program().name())) {
      words.remove(0); // a line that was copied from elsewhere
    }
    if (words.isEmpty()) {
      return 0;
    }
    if (words.get(0).equals(BuiltIn.HELP)) {
      words.remove(0);
      words.add("--help");
    }
    TypedLine typed = TypedLine.of(session.program(), words);
    if (typed.isFor("shell") && !typed.has("--help")) {
      out.println("This is the shell; 'exit' leaves it.");
      return 0;
    }
    words.addAll(0, options.before(typed));
    return foreground.run(() -> session.run().applyAsInt(words.toArray(String[]::new)));
  }

  /** A backslash at the end of a line joins it with the next. */
  private List<String> words(String line) {
    String joined = line.replace("\\\n", "").strip();
    List<String> words = new ArrayList<>(reader.getParser().parse(joined, joined.length()).words());
    if (joined.isEmpty()) {
      words.clear(); // the parser makes an empty word of it
    }
    return words;
  }
}
