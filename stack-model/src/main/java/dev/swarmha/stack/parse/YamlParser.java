package dev.swarmha.stack.parse;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.source.StackSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.scanner.Scanner;

/** The text of one source to a mapping whose values and keys know their places. */
public final class YamlParser {

  private static final String RULE = "yaml-syntax";
  // SnakeYAML counts aliases before it knows what they expand to; NodeReader bounds the expansion.
  private static final int NO_LIMIT = Integer.MAX_VALUE;
  private static final int DEEPEST = 200;
  private static final long MOST_READ_AGAIN = 4 * 1024 * 1024;
  private static final String FIRST_ONLY = "only the first document is read, and it ends above";
  private static final int MOST_CHARACTERS = 16 * 1024 * 1024;

  private final String example;

  /** A parser of stack files. */
  public YamlParser() {
    this("a stack file begins with keys such as \"services:\"");
  }

  /**
   * A parser of other files.
   *
   * @param example what such a file looks like, for somebody who wrote something else
   */
  public YamlParser(String example) {
    this.example = example;
  }

  /** Reads the source's first document; empty when it cannot be used, for the reasons added. */
  public Optional<Mapping> parse(StackSource source, Diagnostics problems) {
    return parse(Dialect.STACK, source, problems).stream().map(YamlDocument::root).findFirst();
  }

  /**
   * Reads the documents of a source that count in a dialect: the first one alone, or all of them.
   * There are none when one cannot be used, for the reasons added.
   */
  public List<YamlDocument> parse(Dialect dialect, StackSource source, Diagnostics problems) {
    try {
      return documents(dialect, source, roots(dialect, source, problems), problems);
    } catch (MarkedYAMLException wrong) {
      problems.add(syntaxError(source, wrong));
    } catch (ReaderException wrong) {
      problems.add(badCharacter(source, wrong));
    } catch (YAMLException wrong) {
      problems.add(Diagnostic.ofSource(RULE, source.name(), String.valueOf(wrong.getMessage())));
    }
    return List.of();
  }

  private List<YamlDocument> documents(
      Dialect dialect, StackSource source, List<Node> roots, Diagnostics problems) {
    List<YamlDocument> documents = new ArrayList<>();
    for (Node root : roots) {
      if (!(root instanceof MappingNode)) {
        Origin place = NodeReader.origin(source.name(), root.getStartMark());
        problems.add(notAMapping(place, "the file must be a mapping"));
        return List.of();
      }
      Optional<YamlDocument> document = new NodeReader(dialect, source, problems).read(root);
      if (document.isEmpty()) {
        return List.of();
      }
      documents.add(document.get());
    }
    return documents;
  }

  /** Reads a text, and once more for each scalar whose escapes SnakeYAML does not know. */
  private List<Node> roots(Dialect dialect, StackSource source, Diagnostics problems) {
    String current = source.text();
    for (long read = current.length(); ; read += current.length()) {
      try {
        return roots(dialect, source, composer(current), problems);
      } catch (MarkedYAMLException stopped) {
        Optional<String> mended = new Escapes(current).mended(stopped);
        if (mended.isEmpty() || read > MOST_READ_AGAIN) {
          throw stopped;
        }
        current = mended.get();
      }
    }
  }

  private static Composer composer(String text) {
    LoaderOptions options = options();
    Scanner scanner = new GoScanner(new TextReader(text), options);
    return new Composer(new ParserImpl(scanner), new PlainMarker(), options);
  }

  private List<Node> roots(
      Dialect dialect, StackSource source, Composer composer, Diagnostics problems) {
    if (!composer.checkNode()) {
      problems.add(notAMapping(new Origin(source.name(), 1, 1), "the file is empty"));
      return List.of();
    }
    List<Node> roots = new ArrayList<>(List.of(composer.getNode()));
    while (dialect == Dialect.COMPOSE && composer.checkNode()) {
      Node root = composer.getNode();
      // Nothing between two separators is no document.
      if (!(root instanceof ScalarNode scalar) || !scalar.getValue().isEmpty()) {
        roots.add(root);
      }
    }
    warnOfSecondDocument(source, composer, problems);
    return roots;
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(NO_LIMIT);
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setTagInspector(tag -> true);
    return options;
  }

  private Diagnostic notAMapping(Origin place, String found) {
    return Diagnostic.error(RULE, place, DocumentPath.root(), found).withHint(example);
  }

  /** Docker stops after the first document, so that what follows need not even be YAML. */
  private static void warnOfSecondDocument(
      StackSource source, Composer composer, Diagnostics problems) {
    Optional<Mark> next = Optional.empty();
    try {
      next = composer.checkNode() ? Optional.of(composer.getNode().getStartMark()) : next;
    } catch (MarkedYAMLException notYaml) {
      next = Optional.ofNullable(notYaml.getProblemMark());
    }
    next.map(mark -> NodeReader.origin(source.name(), mark))
        .map(place -> Diagnostic.warning("second-document", place, DocumentPath.root(), FIRST_ONLY))
        .ifPresent(problems::add);
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
