package dev.swarmha.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Rows of cells as lines, each column as wide as its widest cell unless there is less room. */
public final class AlignedTable {

  private static final String GAP = "   ";
  private static final String NARROW_GAP = "  ";
  private static final int LEAST = 8;
  private static final Set<String> NAMES =
      Set.of("ID", "NAME", "SERVICE", "STACK", "TASK", "NODE", "HOSTNAME", "REVISION", "STATE");

  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row; all rows have the same number of cells. */
  public void add(List<String> cells) {
    rows.add(cells.stream().map(SafeText::line).toList());
  }

  public List<String> lines() {
    return lines(Integer.MAX_VALUE);
  }

  /**
   * The table in so many columns, if that can be: cells give up their ends, the rightmost first,
   * but for what names something, which somebody may want to type.
   */
  public List<String> lines(int columns) {
    if (rows.isEmpty()) {
      return List.of();
    }
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], TextWidth.of(row.get(column)));
      }
    }
    boolean fits = excess(widths, GAP, columns) <= 0;
    String gap = fits ? GAP : NARROW_GAP;
    shrink(widths, excess(widths, gap, columns));
    return rows.stream().map(row -> line(row, widths, gap)).toList();
  }

  private static long excess(int[] widths, String gap, int columns) {
    return IntStream.of(widths).sum() + gap.length() * (widths.length - 1L) - columns;
  }

  private void shrink(int[] widths, long excess) {
    long over = excess;
    for (int column = widths.length - 1; column > 0 && over > 0; column--) {
      String heading = rows.get(0).get(column);
      int least = Math.max(LEAST, TextWidth.of(heading));
      if (!NAMES.contains(heading) && widths[column] > least) {
        int given = (int) Math.min(over, widths[column] - least);
        widths[column] -= given;
        over -= given;
      }
    }
  }

  private static String line(List<String> row, int[] widths, String gap) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      line.append(TextWidth.pad(row.get(column), widths[column])).append(gap);
    }
    return line.toString().stripTrailing();
  }
}
