package dev.swarmha.stack.source;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Origin;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code .env} file in the grammar of docker compose: {@code [export ]NAME=VALUE} lines; values
 * bare (up to {@code #}), in single quotes (taken as they are) or in double quotes (with escapes),
 * quoted ones over several lines. Bare and double-quoted values may refer to variables.
 */
final class DotEnv {

  private static final Pattern NAME =
      Pattern.compile(
          "(?:export[ \\t]+)?(?<name>[A-Za-z0-9_.\\-\\[\\]]+)[ \\t]*(?<sign>[=:]?)[ \\t]*");
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\\\?\\$(?:\\{(?<braced>[A-Za-z_]\\w*)(?:(?<operator>:?[-+])(?<text>[^}]*))?}"
              + "|(?<plain>[A-Za-z_]\\w*))");
  private static final Pattern COMMENT = Pattern.compile("(?:^|[ \\t])#.*$");
  private static final String ESCAPES = "nrtabfv\"\\$";
  private static final String ESCAPED = "\n\r\t\u0007\b\f\u000B\"\\$";

  private final String source;
  private final Environment process;
  private final Map<String, String> variables;
  private String text = "";
  private int next;

  DotEnv(String source, Environment process, Environment before) {
    this.source = source;
    this.process = process;
    this.variables = new LinkedHashMap<>(before.variables());
  }

  /** The variables of the text over those of before; empty when the text is wrong. */
  Optional<Environment> parse(String content, Diagnostics problems) {
    text = content.replace("\r\n", "\n");
    next = 0;
    while (next < text.length()) {
      int start = next;
      String line = line();
      if (line.isBlank() || line.stripLeading().startsWith("#")) {
        continue;
      }
      Matcher name = NAME.matcher(text);
      name.region(start + line.length() - line.stripLeading().length(), text.length());
      Optional<String> wrong = name.lookingAt() ? assign(name, start + line.length()) : bad(line);
      if (wrong.isPresent()) {
        Origin place = new Origin(source, lineNumber(start), 1);
        problems.add(Diagnostic.error("env-syntax", place, DocumentPath.root(), wrong.get()));
        return Optional.empty();
      }
    }
    return Optional.of(new Environment(variables));
  }

  private static Optional<String> bad(String line) {
    return Optional.of("\"" + line.strip() + "\" is not NAME=VALUE");
  }

  private Optional<String> assign(Matcher name, int lineEnd) {
    String key = name.group("name");
    boolean hasValue = !name.group("sign").isEmpty();
    if (!hasValue && !text.substring(name.end(), lineEnd).isBlank()) {
      return bad(text.substring(name.start(), lineEnd));
    }
    if (!hasValue) {
      process.get(key).ifPresent(value -> set(key, value));
      return Optional.empty();
    }
    int at = name.end();
    char quote = at < lineEnd ? text.charAt(at) : ' ';
    if (quote != '"' && quote != '\'') {
      String bare = at < lineEnd ? text.substring(at, lineEnd) : "";
      set(key, expand(COMMENT.matcher(bare).replaceFirst("").strip()));
      return Optional.empty();
    }
    int end = closing(quote, at + 1);
    if (end < 0) {
      return Optional.of("the quoted value of " + key + " is not closed");
    }
    String inside = text.substring(at + 1, end);
    set(key, quote == '"' ? unescape(expand(inside)) : inside.replace("\\'", "'"));
    next = end + 1;
    line();
    return Optional.empty();
  }

  private void set(String key, String value) {
    // docker compose passes over names that begin with a digit.
    if (!Character.isDigit(key.charAt(0))) {
      variables.put(key, value);
    }
  }

  private String line() {
    int end = text.indexOf('\n', next);
    String line = text.substring(next, end < 0 ? text.length() : end);
    next = end < 0 ? text.length() : end + 1;
    return line;
  }

  private int closing(char quote, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i;
      }
    }
    return -1;
  }

  private String expand(String value) {
    return REFERENCE.matcher(value).replaceAll(found -> Matcher.quoteReplacement(value(found)));
  }

  private String value(MatchResult found) {
    if (found.group().startsWith("\\")) {
      return found.group();
    }
    String name = found.group(1) != null ? found.group(1) : found.group(4);
    Optional<String> known = process.get(name).or(() -> Optional.ofNullable(variables.get(name)));
    String operator = found.group(2);
    if (operator == null) {
      return known.orElse("");
    }
    Optional<String> counted =
        operator.startsWith(":") ? known.filter(text -> !text.isEmpty()) : known;
    return operator.endsWith("-")
        ? counted.orElse(found.group(3))
        : counted.map(any -> found.group(3)).orElse("");
  }

  private static String unescape(String value) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      int escape = c == '\\' && i + 1 < value.length() ? ESCAPES.indexOf(value.charAt(i + 1)) : -1;
      plain.append(escape < 0 ? c : ESCAPED.charAt(escape));
      i += escape < 0 ? 0 : 1;
    }
    return plain.toString();
  }

  private int lineNumber(int position) {
    return (int) text.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
  }
}
