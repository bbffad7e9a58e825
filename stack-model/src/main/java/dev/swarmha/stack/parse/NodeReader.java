package dev.swarmha.stack.parse;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.document.Scalar;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.source.StackSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * SnakeYAML's nodes to documents: aliases are copied out, merge keys applied, double keys and keys
 * that are not texts refused. Unknown tags mean nothing, as with docker.
 */
final class NodeReader {

  private static final String MERGE = "<<";
  private static final Pattern FIRST_TAB = Pattern.compile("\n*\t");
  // More than any stack file has; reached only by aliases of aliases of aliases.
  private static final int MOST_NODES = 250_000;

  private final String source;
  private final Diagnostics problems;
  private final TaggedScalar scalars;
  private final MergeTags tags;
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int nodes;

  NodeReader(Dialect dialect, StackSource source, Diagnostics problems) {
    this.source = source.name();
    this.problems = problems;
    this.scalars = new TaggedScalar(new Escapes(source.text()));
    this.tags = new MergeTags(dialect, source.name(), problems);
  }

  static Origin origin(String source, Mark mark) {
    return new Origin(source, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** The root mapping, without what was refused; empty when there was too much of it. */
  Optional<YamlDocument> read(Node root) {
    Document document = read(DocumentPath.root(), root);
    return nodes >= MOST_NODES
        ? Optional.empty()
        : document
            .asMapping()
            .map(mapping -> new YamlDocument(mapping, tags.replaced(), tags.resets()));
  }

  private Document read(DocumentPath path, Node node) {
    nodes++;
    if (nodes == MOST_NODES) {
      error("yaml-aliases", node, path, "the aliases of the file expand to too much");
    }
    if (nodes >= MOST_NODES) {
      return Document.nothing();
    }
    if (!open.add(node)) {
      error("yaml-aliases", node, path, "the anchor contains itself");
      return Document.nothing();
    }
    Document document = dispatch(path, node);
    open.remove(node);
    return document;
  }

  private Document dispatch(DocumentPath path, Node node) {
    tags.warnOfUnknown(path, node);
    if (node instanceof ScalarNode scalar) {
      return scalar(path, scalar);
    }
    return node instanceof MappingNode mapping
        ? mapping(path, mapping)
        : sequence(path, (SequenceNode) node);
  }

  private Scalar scalar(DocumentPath path, ScalarNode node) {
    Origin place = origin(source, node.getStartMark());
    if (beginsWithTab(node)) {
      error("yaml-syntax", node, path, "the first line of a block must be indented by blanks");
    }
    try {
      return new Scalar(scalars.value(node), place);
    } catch (IllegalArgumentException wrong) {
      error("yaml-value", node, path, String.valueOf(wrong.getMessage()));
      return new Scalar(null, place);
    }
  }

  /** In a block scalar whose indentation its first line decides, go-yaml takes no tab for that. */
  private static boolean beginsWithTab(ScalarNode node) {
    boolean block =
        node.getScalarStyle() == ScalarStyle.LITERAL || node.getScalarStyle() == ScalarStyle.FOLDED;
    return block && FIRST_TAB.matcher(node.getValue()).lookingAt();
  }

  private Sequence sequence(DocumentPath path, SequenceNode node) {
    List<Document> items = new ArrayList<>();
    for (Node item : node.getValue()) {
      tags.checkItem(path.child(items.size()), item);
      items.add(read(path.child(items.size()), item));
    }
    return new Sequence(items, origin(source, node.getStartMark()));
  }

  private Mapping mapping(DocumentPath path, MappingNode node) {
    Mapping.Builder own = Mapping.builder();
    Mapping.Builder merged = Mapping.builder();
    Set<String> seen = new HashSet<>();
    for (NodeTuple entry : node.getValue()) {
      Optional<String> key = key(path, entry.getKeyNode());
      if (key.isEmpty()) {
        continue;
      }
      if (!seen.add(key.get())) {
        error(
            "duplicate-key",
            entry.getKeyNode(),
            path.child(key.get()),
            "this key is there already");
        continue;
      }
      if (isMerge(entry.getKeyNode())) {
        merge(path, entry, merged);
        continue;
      }
      tags.note(path.child(key.get()), entry.getValueNode());
      if (tags.takesOut(path.child(key.get()), entry.getKeyNode(), entry.getValueNode())) {
        continue;
      }
      Origin keyPlace = origin(source, entry.getKeyNode().getStartMark());
      own.put(key.get(), keyPlace, read(path.child(key.get()), entry.getValueNode()));
    }
    Origin place = origin(source, node.getStartMark());
    return merged.putAll(own.build()).build(place);
  }

  private Optional<String> key(DocumentPath path, Node node) {
    if (isMerge(node)) {
      return Optional.of(MERGE);
    }
    if (node instanceof ScalarNode scalar && TaggedScalar.isKey(scalar)) {
      Optional<String> text = scalar(path, scalar).textValue();
      if (text.isPresent()) {
        return text;
      }
    }
    String shown = node instanceof ScalarNode scalar ? scalar.getValue() : "a key";
    problems.add(
        Diagnostic.error(
                "yaml-key", origin(source, node.getStartMark()), path, shown + " is not a text")
            .withHint("put keys that are not texts in quotes"));
    return Optional.empty();
  }

  private static boolean isMerge(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.getValue().equals(MERGE)
        && (node.getTag().equals(Tag.MERGE)
            || (node.getTag().equals(PlainMarker.PLAIN) && scalar.isPlain()));
  }

  /** Earlier mappings of a list win over later ones, and the keys beside over all of them. */
  private void merge(DocumentPath path, NodeTuple entry, Mapping.Builder merged) {
    Node value = entry.getValueNode();
    List<Node> parts = new ArrayList<>(List.of(value));
    if (value instanceof SequenceNode list && !isAlias(entry)) {
      parts = new ArrayList<>(list.getValue());
    }
    Collections.reverse(parts);
    for (Node part : parts) {
      if (!(part instanceof MappingNode)) {
        error("yaml-merge", part, path.child(MERGE), "only mappings can be merged");
        continue;
      }
      read(path, part).asMapping().ifPresent(merged::putAll);
    }
  }

  /** What an anchor names stands before its alias; go-yaml merges a list only where it stands. */
  private static boolean isAlias(NodeTuple entry) {
    return entry.getValueNode().getStartMark().getIndex()
        < entry.getKeyNode().getStartMark().getIndex();
  }

  private void error(String rule, Node node, DocumentPath path, String message) {
    problems.add(Diagnostic.error(rule, origin(source, node.getStartMark()), path, message));
  }
}
