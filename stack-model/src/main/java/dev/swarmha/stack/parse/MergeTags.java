package dev.swarmha.stack.parse;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Origin;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.dialect.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The tags that belong to no type. By the compose specification {@code !reset} takes out what
 * earlier files say and {@code !override} replaces it; docker's own loader, as go-yaml, passes over
 * every tag it does not know.
 */
final class MergeTags {

  private static final String RESET = "!reset";
  private static final String OVERRIDE = "!override";

  private final Dialect dialect;
  private final String source;
  private final Diagnostics problems;
  private final List<DocumentPath> replaced = new ArrayList<>();
  private final Map<DocumentPath, Origin> resets = new LinkedHashMap<>();

  MergeTags(Dialect dialect, String source, Diagnostics problems) {
    this.dialect = dialect;
    this.source = source;
    this.problems = problems;
  }

  /** Whether a value does not count itself and takes out what stood there before. */
  boolean takesOut(DocumentPath path, Node key, Node value) {
    boolean reset = isMergeTag(value) && value.getTag().getValue().equals(RESET);
    if (reset) {
      resets.put(path, NodeReader.origin(source, key.getStartMark()));
    }
    return reset;
  }

  /** Takes note of the tag of a value, if it has one that does something. */
  void note(DocumentPath path, Node value) {
    if (isMergeTag(value)) {
      replaced.add(path);
    }
  }

  /** Reports the tag of an item of a list, where these tags can do nothing. */
  void checkItem(DocumentPath path, Node item) {
    if (isMergeTag(item)) {
      String message = item.getTag().getValue() + " works on the value of a key, not on an item";
      problems.add(
          Diagnostic.error(
                  "yaml-tag", NodeReader.origin(source, item.getStartMark()), path, message)
              .withHint("put it before the whole list"));
    }
  }

  /** Reports a tag that is none of YAML's own and has no effect. */
  void warnOfUnknown(DocumentPath path, Node node) {
    String tag = node.getTag().getValue();
    if (tag.startsWith(Tag.PREFIX) || node.getTag().equals(PlainMarker.PLAIN) || isMergeTag(node)) {
      return;
    }
    Origin place = NodeReader.origin(source, node.getStartMark());
    String message = "the tag " + tag + " means nothing, it is ignored";
    Diagnostic warning = Diagnostic.warning("yaml-tag", place, path, message);
    boolean elsewhere = tag.equals(RESET) || tag.equals(OVERRIDE);
    problems.add(elsewhere ? warning.withHint("--dialect compose honours it") : warning);
  }

  List<DocumentPath> replaced() {
    return replaced;
  }

  Map<DocumentPath, Origin> resets() {
    return resets;
  }

  private boolean isMergeTag(Node node) {
    String tag = node.getTag().getValue();
    return dialect == Dialect.COMPOSE && (tag.equals(RESET) || tag.equals(OVERRIDE));
  }
}
