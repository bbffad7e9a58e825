package dev.swarmha.cli.command;

import static java.util.Objects.requireNonNull;

import dev.swarmha.cli.output.JsonText;
import dev.swarmha.cli.output.OutputFormat;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.cli.output.Screen;
import dev.swarmha.cli.terminal.LiveArea;
import dev.swarmha.engine.time.Timeline;
import dev.swarmha.stack.render.YamlWriter;
import dev.swarmha.wait.Pace;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.terminal.Size;
import org.jline.utils.AttributedString;
import picocli.CommandLine.Help.Ansi;

/**
 * Looks at something again and again, and prints it whenever people would see a difference: on a
 * terminal in the place of what stood there, otherwise below it. As JSON each look is one line, as
 * YAML one document of a stream.
 */
final class Watching {

  private static final String CLEAR_SCREEN = "\u001b[H\u001b[2J";

  private final OutputFormat format;
  private final boolean redraw;
  private final Optional<LiveArea> area;
  private final Ansi ansi;
  private final PrintWriter out;
  private Optional<List<String>> shown = Optional.empty();

  /**
   * Prints in a format.
   *
   * @param redraw whether a table takes the place of the one before
   * @param area where it does so, if there is a terminal that can be asked for its size
   * @param ansi whether a table is coloured
   */
  Watching(
      OutputFormat format, boolean redraw, Optional<LiveArea> area, Ansi ansi, PrintWriter out) {
    this.area = format == OutputFormat.TABLE && redraw ? area : Optional.empty();
    this.format = requireNonNull(format, "format");
    this.redraw = redraw;
    this.ansi = requireNonNull(ansi, "ansi");
    this.out = requireNonNull(out, "out");
  }

  /**
   * Goes on until the reader has gone away.
   *
   * @throws InterruptedException when the command is interrupted, as is its usual end
   */
  void run(Supplier<Printable> look, Timeline timeline) throws InterruptedException {
    if (area.isPresent()) {
      redraw(look, timeline, area.get());
    } else {
      print(look, timeline);
    }
  }

  /** The last look stays. */
  private void redraw(Supplier<Printable> look, Timeline timeline, LiveArea area)
      throws InterruptedException {
    Pace pace = new Pace();
    Printable last = look.get();
    boolean changed = true;
    try (area) {
      while (true) {
        draw(last, area);
        timeline.sleep(pace.next(changed));
        Printable now = look.get();
        changed = !now.lines().equals(last.lines());
        last = now;
      }
    } finally {
      area.print(styled(last.lines(new Screen(area.columns(), ansi))));
    }
  }

  private void draw(Printable now, LiveArea area) {
    area.show(size -> picture(now, size));
  }

  private List<AttributedString> picture(Printable now, Size size) {
    int room = size.getRows() - 1;
    List<String> lines = now.lines(new Screen(size.getColumns(), ansi));
    if (lines.size() <= room) {
      return styled(lines);
    }
    List<String> shown = new ArrayList<>(lines.subList(0, room - 1));
    shown.add("and " + (lines.size() - room + 1) + " lines more");
    return styled(shown);
  }

  private static List<AttributedString> styled(List<String> lines) {
    return lines.stream().map(AttributedString::fromAnsi).toList();
  }

  private void print(Supplier<Printable> look, Timeline timeline) throws InterruptedException {
    Pace pace = new Pace();
    while (!out.checkError()) {
      Printable now = look.get();
      boolean changed = shown.filter(now.lines()::equals).isEmpty();
      if (changed) {
        out.println(text(now));
        out.flush();
        shown = Optional.of(now.lines());
      }
      timeline.sleep(pace.next(changed));
    }
  }

  private String text(Printable now) {
    return switch (format) {
      case JSON -> new JsonText().compact(now.document());
      case YAML -> (shown.isEmpty() ? "" : "---\n") + YamlWriter.write(now.document()).strip();
      case TABLE ->
          before()
              + String.join(System.lineSeparator(), now.lines(new Screen(Integer.MAX_VALUE, ansi)));
    };
  }

  private String before() {
    if (redraw) {
      return CLEAR_SCREEN;
    }
    return shown.isEmpty() ? "" : System.lineSeparator();
  }
}
