package dev.swarmha.cli.render;

import static java.util.Objects.requireNonNull;

import dev.swarmha.cli.error.ExitCode;
import dev.swarmha.cli.output.Paint;
import dev.swarmha.cli.output.SafeText;
import dev.swarmha.cli.output.TextWidth;
import dev.swarmha.cli.terminal.LiveArea;
import dev.swarmha.deploy.event.ProgressEvent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import picocli.CommandLine.Help.Ansi;

/**
 * A picture of all services that is redrawn, below a record that stays: the plan, what is worth
 * knowing, and at the end one line a service, the reasons, and how it ended.
 */
public final class LiveRenderer implements Renderer {

  private final LiveArea area;
  private final Board board;
  private final BoardPicture picture;
  private final EventText words;
  private final Ansi ansi;
  private int columns;
  private boolean begun;
  private boolean worked;
  private boolean ended;

  /** Shows one command; it has just begun. */
  public LiveRenderer(LiveArea area, InstantSource clock, String title, Ansi ansi) {
    this.area = requireNonNull(area, "area");
    this.columns = area.columns();
    // What has as many columns as the screen would be broken like a sentence.
    this.words = new EventText(() -> columns - 1);
    this.board = new Board(clock);
    this.picture = new BoardPicture(title, ansi);
    this.ansi = ansi;
  }

  @Override
  public synchronized void on(ProgressEvent event) {
    if (ended) {
      return;
    }
    List<String> kept = record(event);
    board.put(event);
    if (event instanceof ProgressEvent.Finished finished) {
      end(ending(finished));
      return;
    }
    if (!kept.isEmpty()) {
      area.print(broken(kept));
    }
    begun = begun || !(event instanceof ProgressEvent.Noted);
    worked = worked || (begun && !(event instanceof ProgressEvent.Noted) && !isForeseen(event));
    redraw();
  }

  @Override
  public synchronized void beat() {
    redraw();
  }

  @Override
  public synchronized void aborted(String command, ExitCode code, String message) {
    end(begun ? picture.record(board, columns) : List.of());
  }

  @Override
  public synchronized void close() {
    if (!ended) {
      end(List.of());
    }
  }

  private void end(List<String> lines) {
    ended = true;
    area.print(broken(lines));
    area.close();
  }

  private void redraw() {
    if (begun && !ended) {
      area.show(
          size -> {
            columns = size.getColumns();
            return styled(picture.lines(board, columns, size.getRows() - 1));
          });
    }
  }

  /** What of an event stays: what the picture does not show, or not for long. */
  private List<String> record(ProgressEvent event) {
    if (event instanceof ProgressEvent.Waiting
        || event instanceof ProgressEvent.Finished
        || event instanceof ProgressEvent.StepHeld
        || event instanceof ProgressEvent.LockAwaited) {
      return List.of();
    }
    List<String> lines = event.accept(words);
    if (event instanceof ProgressEvent.StepDone) {
      return painted(lines.subList(1, lines.size()), Paint.CHANGED);
    }
    if (event instanceof ProgressEvent.StepFailed) {
      return painted(lines, Paint.BAD);
    }
    if (event instanceof ProgressEvent.RollbackStarted) {
      List<String> all = new ArrayList<>(picture.record(board, columns));
      all.add(Paint.BAD.on(lines.get(0), ansi));
      // The whole of the reasons stands at the end.
      lines.stream().skip(1).filter(line -> !line.startsWith("    ")).forEach(all::add);
      return all;
    }
    return lines;
  }

  /** After a plan there is nothing to be seen of the services yet, nor after a dry run. */
  private static boolean isForeseen(ProgressEvent event) {
    return event instanceof ProgressEvent.PlanMade || event instanceof ProgressEvent.TakenUp;
  }

  private List<String> ending(ProgressEvent.Finished event) {
    List<String> lines = new ArrayList<>(worked ? picture.record(board, columns) : List.of());
    List<String> told = PlainRenderer.lines(event.outcome());
    lines.addAll(told.subList(0, told.size() - 1));
    boolean table = SafeText.lines(event.outcome().summary()).size() > 1;
    Paint paint = ExitCode.of(event.outcome()) == ExitCode.OK ? Paint.GOOD : Paint.BAD;
    String last = told.get(told.size() - 1);
    lines.add(table ? last : paint.on(last, ansi));
    return lines;
  }

  private List<String> painted(List<String> lines, Paint paint) {
    return lines.stream().map(line -> paint.on(line, ansi)).toList();
  }

  private static List<AttributedString> styled(List<String> lines) {
    return lines.stream().map(AttributedString::fromAnsi).toList();
  }

  /** The same, with lines that are too long broken between words. */
  private List<AttributedString> broken(List<String> lines) {
    return styled(lines.stream().flatMap(line -> TextWidth.wrap(line, columns).stream()).toList());
  }
}
