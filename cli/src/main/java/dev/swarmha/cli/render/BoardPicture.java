package dev.swarmha.cli.render;

import static java.util.Objects.requireNonNull;

import dev.swarmha.cli.output.Paint;
import dev.swarmha.cli.output.SafeText;
import dev.swarmha.cli.output.TextWidth;
import dev.swarmha.cli.render.Board.Answer;
import dev.swarmha.cli.render.ServiceRow.Mark;
import dev.swarmha.engine.time.DurationText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** A board as lines of a certain width; where there is no room for all, the unfinished first. */
final class BoardPicture {

  private static final int ANSWERS_SHOWN = 3;
  private static final int TIME = 6;
  private static final int WIDE_ENOUGH_FOR_TIMES = 50;
  private static final String INDENT = "  ";
  private static final Comparator<ServiceRow> MOST_URGENT = Comparator.comparing(ServiceRow::mark);

  private final String title;
  private final Ansi ansi;

  /**
   * Pictures of one command.
   *
   * @param title the command and what it is about
   */
  BoardPicture(String title, Ansi ansi) {
    this.title = SafeText.line(title);
    this.ansi = requireNonNull(ansi, "ansi");
  }

  /** Heading, services and health checks, in at most so many rows. */
  List<String> lines(Board board, int columns, int rows) {
    int width = columns - 1;
    List<String> lines = new ArrayList<>();
    lines.add(heading(board, width));
    List<String> answers = answers(board.answers(), width);
    List<String> checks = answers.subList(0, Math.min(answers.size(), Math.max(0, rows - 3)));
    lines.addAll(services(board.services(), board.now(), width, rows - 1 - checks.size()));
    lines.addAll(checks);
    return lines;
  }

  /** Every service, as it ended: what was counted down to does not come any more. */
  List<String> record(Board board, int columns) {
    Instant now = board.now();
    List<ServiceRow> rows =
        board.services().stream()
            .map(
                row ->
                    row.mark() == Mark.SETTLING
                        ? row.standing(Mark.SETTLING, "ran, not long enough to count", now)
                        : row)
            .toList();
    return services(rows, now, columns - 1, rows.size());
  }

  private String heading(Board board, int width) {
    String time = DurationText.of(board.elapsed());
    int room = width - TextWidth.of(time) - 2;
    String name = TextWidth.fit(title, room / 2);
    String rest = TextWidth.pad(": " + board.activity(), room - TextWidth.of(name));
    return Paint.HEADING.on(name, ansi) + rest + INDENT + Paint.FAINT.on(time, ansi);
  }

  private List<String> services(List<ServiceRow> rows, Instant now, int width, int room) {
    Layout layout = Layout.of(rows, width);
    if (rows.size() <= room) {
      return rows.stream().map(row -> line(row, layout, now)).toList();
    }
    List<ServiceRow> sorted = rows.stream().sorted(MOST_URGENT).toList();
    int shown = Math.max(0, room - 1);
    List<String> lines = new ArrayList<>();
    sorted.stream().limit(shown).forEach(row -> lines.add(line(row, layout, now)));
    String more = INDENT + INDENT + "and " + more(sorted.subList(shown, sorted.size()));
    lines.add(Paint.FAINT.on(TextWidth.fit(more, width), ansi));
    return lines.subList(0, Math.min(lines.size(), Math.max(0, room)));
  }

  private static String more(List<ServiceRow> hidden) {
    Map<Mark, Long> counts =
        hidden.stream()
            .collect(
                Collectors.groupingBy(
                    ServiceRow::mark, () -> new EnumMap<>(Mark.class), Collectors.counting()));
    String each =
        counts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + word(entry.getKey()))
            .collect(Collectors.joining(", "));
    return hidden.size() + " more: " + each;
  }

  private static String word(Mark mark) {
    return switch (mark) {
      case FAILED -> "failed";
      case HELD_UP -> "held up";
      case MOVING -> "moving";
      case SETTLING -> "settling";
      case TO_COME -> "to come";
      case DONE -> "done";
    };
  }

  /** How wide the columns are in which the services stand. */
  private record Layout(int name, int tasks, int words, int time) {
    static Layout of(List<ServiceRow> rows, int width) {
      int longest = rows.stream().mapToInt(row -> TextWidth.of(row.name())).max().orElse(0);
      int name = Math.min(longest, width * 2 / 5);
      int tasks = rows.stream().mapToInt(row -> row.tasks().length()).max().orElse(0);
      int time = width < WIDE_ENOUGH_FOR_TIMES ? 0 : TIME;
      int words = width - 4 - name - 2 - tasks - 2 - time - 1;
      return new Layout(name, tasks, Math.max(0, words), time);
    }
  }

  private String line(ServiceRow row, Layout layout, Instant now) {
    Paint paint = row.mark().paint();
    String time = layout.time() == 0 ? "" : row.age(now).map(DurationText::of).orElse("");
    String words = TextWidth.pad(row.words(), layout.words());
    boolean plain = row.mark() == Mark.DONE || row.mark() == Mark.MOVING;
    String line =
        INDENT
            + paint.on(row.mark().sign(), ansi)
            + " "
            + TextWidth.pad(row.name(), layout.name())
            + INDENT
            + " ".repeat(layout.tasks() - row.tasks().length())
            + row.tasks()
            + INDENT
            + (plain ? words : paint.on(words, ansi))
            + " "
            + Paint.FAINT.on(" ".repeat(Math.max(0, layout.time() - time.length())) + time, ansi);
    return line.stripTrailing();
  }

  private List<String> answers(List<Answer> answers, int width) {
    List<String> lines = new ArrayList<>();
    answers.stream().limit(ANSWERS_SHOWN).forEach(answer -> lines.add(line(answer, width)));
    if (answers.size() > ANSWERS_SHOWN) {
      lines.add(INDENT + INDENT + "and " + (answers.size() - ANSWERS_SHOWN) + " more addresses");
    }
    return lines;
  }

  private String line(Answer answer, int width) {
    Mark mark = answer.passed() ? Mark.DONE : Mark.HELD_UP;
    String words = (answer.passed() ? "healthy, " : "not healthy, ") + answer.words();
    int room = width - 4;
    String address = TextWidth.fit(answer.address(), Math.max(room / 2, room - words.length() - 2));
    String rest = TextWidth.fit(INDENT + words, room - TextWidth.of(address));
    return INDENT + mark.paint().on(mark.sign(), ansi) + " " + address + rest;
  }
}
