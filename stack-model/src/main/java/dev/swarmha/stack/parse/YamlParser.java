package dev.swarmha.stack.parse;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.source.StackSource;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/** The text of one source to a mapping whose values and keys know their places. */
public final class YamlParser {

  private static final String RULE = "yaml-syntax";
  // SnakeYAML counts aliases before it knows what they expand to; NodeReader bounds the expansion.
  private static final int NO_LIMIT = Integer.MAX_VALUE;
  private static final int DEEPEST = 200;
  private static final int MOST_CHARACTERS = 16 * 1024 * 1024;

  /** Reads the source's first document; empty when it cannot be used, for the reasons added. */
  public Optional<Mapping> parse(StackSource source, Diagnostics problems) {
    try {
      Composer composer =
          new Composer(
              new ParserImpl(new StreamReader(source.text()), options()),
              new PlainMarker(),
              options());
      Optional<Node> root =
          composer.checkNode() ? Optional.of(composer.getNode()) : Optional.empty();
      if (root.isEmpty() || !(root.get() instanceof MappingNode)) {
        problems.add(notAMapping(source, root));
        return Optional.empty();
      }
      warnOfSecondDocument(source, composer, problems);
      return new NodeReader(source.name(), problems).read(root.get());
    } catch (MarkedYAMLException wrong) {
      problems.add(syntaxError(source, wrong));
    } catch (ReaderException wrong) {
      problems.add(badCharacter(source, wrong));
    } catch (YAMLException wrong) {
      problems.add(Diagnostic.ofSource(RULE, source.name(), String.valueOf(wrong.getMessage())));
    }
    return Optional.empty();
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(NO_LIMIT);
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(MOST_CHARACTERS);
    return options;
  }

  private static Diagnostic notAMapping(StackSource source, Optional<Node> root) {
    Origin place =
        root.map(node -> NodeReader.origin(source.name(), node.getStartMark()))
            .orElse(new Origin(source.name(), 1, 1));
    String found = root.isPresent() ? "the file must be a mapping" : "the file is empty";
    return Diagnostic.error(RULE, place, DocumentPath.root(), found)
        .withHint("a stack file begins with keys such as \"services:\"");
  }

  private static void warnOfSecondDocument(
      StackSource source, Composer composer, Diagnostics problems) {
    if (composer.checkNode()) {
      Origin place = NodeReader.origin(source.name(), composer.getNode().getStartMark());
      problems.add(
          Diagnostic.warning(
              "second-document", place, DocumentPath.root(), "only the first document is read"));
    }
  }

  private static Diagnostic syntaxError(StackSource source, MarkedYAMLException wrong) {
    Mark mark = wrong.getProblemMark() == null ? wrong.getContextMark() : wrong.getProblemMark();
    Origin place =
        mark == null ? new Origin(source.name(), 1, 1) : NodeReader.origin(source.name(), mark);
    String problem = String.valueOf(wrong.getProblem());
    String message = wrong.getContext() == null ? problem : wrong.getContext() + ", " + problem;
    return Diagnostic.error(RULE, place, DocumentPath.root(), message.strip());
  }

  private static Diagnostic badCharacter(StackSource source, ReaderException wrong) {
    String before =
        source.text().substring(0, Math.min(wrong.getPosition(), source.text().length()));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    return Diagnostic.error(
        RULE,
        new Origin(source.name(), line, column),
        DocumentPath.root(),
        "control characters are not allowed");
  }
}
