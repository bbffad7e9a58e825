package dev.swarmha.lab.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the fenced blocks of a Markdown document. A comment before a block says what the reader
 * need not know, and Markdown shows none of it:
 *
 * <ul>
 *   <li>{@code <!-- tour: exit 4 -->}: its last command ends with this code, and not with 0
 *   <li>{@code <!-- tour: retry 60s -->}: it may take so long until it is as the document says
 *   <li>{@code <!-- tour: not run: REASON -->}: it is parsed and not run
 *   <li>{@code <!-- tour: calls: of swarmha -->}: it is a pipeline, of which these are run
 *   <li>{@code <!-- tour: run: COMMAND -->}: by itself, a command that readers need not type
 * </ul>
 */
final class MarkdownBlocks {

  private static final Pattern NOTE =
      Pattern.compile("\\s*<!-- tour: (exit|retry|not run|run|calls):? (.+) -->\\s*");
  private static final Pattern FENCE = Pattern.compile("( *)```(\\S*)\\s*");

  private final List<Block> found = new ArrayList<>();
  private final Map<String, String> notes = new TreeMap<>();

  private MarkdownBlocks() {}

  static List<Block> of(List<String> document) {
    MarkdownBlocks blocks = new MarkdownBlocks();
    int next = 0;
    while (next < document.size()) {
      next = blocks.read(document, next);
    }
    return List.copyOf(blocks.found);
  }

  /** Reads what begins at a line, and returns the index of the line after it. */
  private int read(List<String> document, int index) {
    String line = document.get(index);
    Matcher note = NOTE.matcher(line);
    Matcher fence = FENCE.matcher(line);
    if (fence.matches()) {
      return block(document, index, fence);
    }
    if (note.matches() && note.group(1).equals("run")) {
      found.add(new Block(index + 1, "sh", List.of(note.group(2)), Map.of()));
    } else if (note.matches()) {
      notes.put(note.group(1), note.group(2));
    } else if (line.strip().startsWith("<!-- tour:")) {
      throw new IllegalArgumentException("line " + (index + 1) + ": not a note: " + line);
    } else if (!line.isBlank()) {
      notes.clear();
    }
    return index + 1;
  }

  private int block(List<String> document, int index, Matcher fence) {
    String end = fence.group(1) + "```";
    int last = index + 1;
    while (last < document.size() && !document.get(last).stripTrailing().equals(end)) {
      last++;
    }
    List<String> lines = document.subList(index + 1, Math.min(last, document.size()));
    String indent = fence.group(1);
    found.add(
        new Block(
            index + 2,
            fence.group(2),
            lines.stream()
                .map(line -> line.startsWith(indent) ? line.substring(indent.length()) : line)
                .toList(),
            notes));
    notes.clear();
    return last + 1;
  }
}
