package dev.swarmha.cli.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Rows of cells as lines, each column as wide as its widest cell unless there is less room. */
public final class AlignedTable {

  private static final String GAP = "   ";
  private static final String NARROW_GAP = "  ";
  private static final int LEAST = 8;
  private static final int LEAST_OF_IDS = 10;
  private static final int LEAST_OF_IMAGES = 16;
  private static final int LEAST_OF_NAMES = 24;
  private static final int LEAST_OF_SENTENCES = 18;
  private static final int ENOUGH_FOR_A_WORD = 40;
  private static final Set<String> NAMES =
      Set.of(
          "ID",
          "NAME",
          "SERVICE",
          "STACK",
          "TASK",
          "NODE",
          "HOSTNAME",
          "REVISION",
          "WHEN",
          "OUTCOME",
          "STATE",
          "FATE",
          "PLACE");
  private static final Set<String> SENTENCES =
      Set.of("WHY", "WHY NOT", "ERROR", "MESSAGE", "LAST ROLLOUT", "WHAT BECOMES OF IT");

  /** What is missed the least, or told elsewhere on the same screen. */
  private static final List<String> FIRST_TO_LEAVE =
      List.of("COMMIT", "FROM", "MODE", "DESIRED STATE", "DURATION", "NODES");

  /** A time whose end is missing is another time. */
  private static final Set<String> WHOLE = Set.of("SINCE", "DURATION");

  private static final String IMAGE = "IMAGE";

  private final List<List<Cell>> rows = new ArrayList<>();

  /** Adds a row; all rows have the same number of cells. */
  public void add(List<String> cells) {
    addCells(cells.stream().map(Cell::of).toList());
  }

  /** Adds a row whose cells may have colours. */
  public void addCells(List<Cell> cells) {
    rows.add(List.copyOf(cells));
  }

  /**
   * The table in the columns of a screen, if that can be: cells give up their ends, the rightmost
   * first, but for what names something, which somebody may want to type; images their beginnings,
   * since the tag is at the end; sentences, which stand in the last column, go on below. Columns
   * for which there is no room even so are left out: empty ones, then what is missed the least,
   * then the rightmost.
   */
  public List<String> lines(Screen screen) {
    if (rows.isEmpty()) {
      return List.of();
    }
    int[] widths = widths();
    int expendable = expendable();
    if (expendable > 0 && leastWidth(widths) > screen.columns()) {
      return without(expendable).lines(screen);
    }
    boolean fits = excess(widths, GAP, screen.columns()) <= 0;
    String gap = fits ? GAP : NARROW_GAP;
    shrink(widths, excess(widths, gap, screen.columns()));
    shrinkLongest(widths, excess(widths, gap, screen.columns()));
    return rows.stream().flatMap(row -> lines(row, widths, gap, screen).stream()).toList();
  }

  private int[] widths() {
    int[] widths = new int[rows.get(0).size()];
    for (List<Cell> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], TextWidth.of(row.get(column).text()));
      }
    }
    return widths;
  }

  /** The column that is the first to be left out; or 0. */
  private int expendable() {
    List<String> headings = rows.get(0).stream().map(Cell::text).toList();
    List<Integer> spare =
        IntStream.range(1, headings.size())
            .filter(column -> !NAMES.contains(headings.get(column)))
            .filter(column -> !SENTENCES.contains(headings.get(column)) || isEmpty(column))
            .boxed()
            .toList();
    return spare.stream()
        .filter(this::isEmpty)
        .reduce((one, next) -> next)
        .or(
            () ->
                FIRST_TO_LEAVE.stream().map(headings::indexOf).filter(spare::contains).findFirst())
        .or(() -> spare.stream().reduce((one, next) -> next))
        .orElse(0);
  }

  private boolean isEmpty(int column) {
    return rows.stream().skip(1).allMatch(row -> row.get(column).text().isEmpty());
  }

  private long leastWidth(int[] widths) {
    long sum = NARROW_GAP.length() * (widths.length - 1L);
    for (int column = 0; column < widths.length; column++) {
      sum += Math.min(widths[column], least(column, widths[column]));
    }
    return sum;
  }

  private AlignedTable without(int column) {
    AlignedTable narrower = new AlignedTable();
    for (List<Cell> row : rows) {
      List<Cell> cells = new ArrayList<>(row);
      cells.remove(column);
      narrower.addCells(cells);
    }
    return narrower;
  }

  private static long excess(int[] widths, String gap, int columns) {
    return IntStream.of(widths).sum() + gap.length() * (widths.length - 1L) - columns;
  }

  private void shrink(int[] widths, long excess) {
    long over = excess;
    for (int turn = widths.length; turn > 0 && over > 0; turn--) {
      // The first column has the first turn: it is an id, whose beginning will do, or is left
      // alone.
      int column = turn % widths.length;
      int least = least(column, widths[column]);
      if (widths[column] > least) {
        int given = (int) Math.min(over, widths[column] - least);
        widths[column] -= given;
        over -= given;
      }
    }
  }

  /**
   * Where nothing else helps: names of tasks of global services are very long, and each of these
   * tasks has an id beside it.
   */
  private static void shrinkLongest(int[] widths, long excess) {
    int longest = 0;
    for (int column = 1; column < widths.length; column++) {
      longest = longest == 0 || widths[column] > widths[longest] ? column : longest;
    }
    if (excess > 0 && widths[longest] > LEAST_OF_NAMES && longest > 0) {
      widths[longest] = (int) Math.max(LEAST_OF_NAMES, widths[longest] - excess);
    }
  }

  private int least(int column, int width) {
    String heading = rows.get(0).get(column).text();
    if (heading.equals("ID")) {
      return LEAST_OF_IDS;
    }
    if (column == 0 || NAMES.contains(heading) || WHOLE.contains(heading)) {
      return width;
    }
    if (SENTENCES.contains(heading)) {
      return leastOfSentences(column);
    }
    return Math.max(heading.equals(IMAGE) ? LEAST_OF_IMAGES : LEAST, TextWidth.of(heading));
  }

  /** No word is cut that is not very long, also where it goes on below, indented by two. */
  private int leastOfSentences(int column) {
    int word =
        rows.stream()
            .flatMap(row -> Arrays.stream(row.get(column).text().split(" ")))
            .mapToInt(TextWidth::of)
            .max()
            .orElse(0);
    return Math.max(LEAST_OF_SENTENCES, Math.min(word + 2, ENOUGH_FOR_A_WORD));
  }

  private List<String> lines(List<Cell> row, int[] widths, String gap, Screen screen) {
    int last = widths.length - 1;
    Cell end = row.get(last);
    if (!SENTENCES.contains(rows.get(0).get(last).text())) {
      return List.of(line(row, widths, gap, screen));
    }
    List<String> lines = new ArrayList<>();
    List<Cell> cells = new ArrayList<>(row);
    for (String part : TextWidth.wrap(end.text(), widths[last] + 1)) {
      cells.set(last, new Cell(part, end.paint()));
      lines.add(line(cells, widths, gap, screen));
      cells.replaceAll(said -> Cell.of(""));
    }
    return lines;
  }

  private String line(List<Cell> row, int[] widths, String gap, Screen screen) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String said = row.get(column).text();
      String text =
          rows.get(0).get(column).text().equals(IMAGE)
              ? TextWidth.fitEnd(said, widths[column])
              : TextWidth.fit(said, widths[column]);
      String blanks = " ".repeat(Math.max(0, widths[column] - TextWidth.of(text)));
      line.append(screen.paint(row.get(column).paint(), text)).append(blanks).append(gap);
    }
    return line.toString().stripTrailing();
  }
}
