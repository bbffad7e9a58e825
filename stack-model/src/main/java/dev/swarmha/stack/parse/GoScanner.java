package dev.swarmha.stack.parse;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.scanner.ScannerException;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.AliasToken;
import org.yaml.snakeyaml.tokens.AnchorToken;
import org.yaml.snakeyaml.tokens.DirectiveToken;
import org.yaml.snakeyaml.tokens.Token;

/**
 * SnakeYAML's scanner with the habits of go-yaml's ({@code scannerc.go}): tabs separate tokens
 * within a line, only the directives of YAML 1.1 are known, anchors are of letters, digits, dashes
 * and underscores. It counts, too: a text of too many tokens is given up before it fills the
 * memory.
 */
final class GoScanner implements Scanner {

  // Some 100,000 lines. A value costs about half a kilobyte until it is checked.
  private static final int MOST_TOKENS = 400_000;
  private static final Pattern ANCHOR = Pattern.compile("[a-zA-Z0-9_-]+");

  private final StreamReader reader;
  private final ScannerImpl scanner;
  private int tokens;

  GoScanner(StreamReader reader, LoaderOptions options) {
    this.reader = reader;
    this.scanner = new ScannerImpl(reader, options);
  }

  @Override
  public boolean checkToken(Token.ID... choices) {
    return skippingTabs(() -> scanner.checkToken(choices));
  }

  @Override
  public boolean checkToken(Token.ID choice) {
    return skippingTabs(() -> scanner.checkToken(choice));
  }

  @Override
  public Token peekToken() {
    return skippingTabs(scanner::peekToken);
  }

  @Override
  public Token getToken() {
    Token token = skippingTabs(scanner::getToken);
    tokens++;
    if (tokens > MOST_TOKENS) {
      throw new ScannerException(
          null,
          null,
          "the file is too long: it has more than 100,000 values",
          token.getStartMark());
    }
    check(token);
    return token;
  }

  @Override
  public void resetDocumentIndex() {
    scanner.resetDocumentIndex();
  }

  /** SnakeYAML stops at a tab between tokens, with nothing taken; behind the tab it goes on. */
  private <T> T skippingTabs(Supplier<T> scan) {
    while (true) {
      skipTab();
      try {
        return scan.get();
      } catch (ScannerException stopped) {
        boolean between = String.valueOf(stopped.getProblem()).contains("cannot start any token");
        if (!between || !skipTab()) {
          throw stopped;
        }
      }
    }
  }

  private boolean skipTab() {
    int blanks = 0;
    while (reader.peek(blanks) == ' ') {
      blanks++;
    }
    if (reader.peek(blanks) != '\t' || !separates(reader.getMark())) {
      return false;
    }
    reader.forward(blanks + 1);
    return true;
  }

  /** Whether a tab stands behind something other than indentation, which only blanks may make. */
  private static boolean separates(Mark tab) {
    int[] text = tab.getBuffer();
    int at = tab.getPointer() - 1;
    while (at >= 0 && (text[at] == ' ' || text[at] == '\t')) {
      at--;
    }
    if (at < 0 || text[at] == '\n' || text[at] == '\r') {
      return false;
    }
    boolean indicator = text[at] == '-' || text[at] == '?';
    return !indicator;
  }

  private static void check(Token token) {
    if (token instanceof DirectiveToken<?> directive) {
      check(directive);
    }
    if (token instanceof AnchorToken anchor) {
      checkAnchor(anchor.getValue(), token);
    }
    if (token instanceof AliasToken alias) {
      checkAnchor(alias.getValue(), token);
    }
  }

  private static void check(DirectiveToken<?> directive) {
    boolean yaml = directive.getName().equals("YAML");
    if (!yaml && !directive.getName().equals("TAG")) {
      throw problem("unknown directive %" + directive.getName(), directive);
    }
    if (yaml && !directive.getValue().toString().equals("[1, 1]")) {
      throw problem("docker reads YAML 1.1 only; leave the %YAML line out", directive);
    }
  }

  private static void checkAnchor(String name, Token token) {
    if (!ANCHOR.matcher(name).matches()) {
      throw problem("anchors consist of letters, digits, dashes and underscores", token);
    }
  }

  private static ScannerException problem(String message, Token token) {
    return new ScannerException(null, null, message, token.getStartMark());
  }
}
