package dev.swarmha.stack.source;

import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Origin;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.template.Finding;
import dev.swarmha.stack.template.Substituted;
import dev.swarmha.stack.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code .env} file in the grammar of compose-go's {@code dotenv} package: {@code [export
 * ]NAME=VALUE} lines; values bare (up to a blank and {@code #}), in single quotes (taken as they
 * are) or in double quotes (with escapes), quoted ones over several lines. Bare and double-quoted
 * values may refer to variables, those of the process before those above.
 */
final class DotEnv {

  private static final Pattern NAME =
      Pattern.compile(
          "(?:export[ \\t]+)?(?<name>[A-Za-z0-9_.\\-\\[\\]]+)[ \\t]*(?<sign>[=:]?)[ \\t]*");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([nrtabfv\"\\\\$]|0\\d{0,3})");
  private static final String ESCAPES = "nrtabfv\"\\";
  private static final String ESCAPED = "\n\r\t\u0007\b\f\u000B\"\\";
  private static final Template TEMPLATE = Template.of(Dialect.COMPOSE);

  private final String source;
  private final Environment process;
  private final Map<String, String> variables;
  private final List<Finding> findings = new ArrayList<>();
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
      Origin place = new Origin(source, lineNumber(start), 1);
      if (wrong.isPresent()) {
        problems.add(Diagnostic.error("env-syntax", place, DocumentPath.root(), wrong.get()));
        return Optional.empty();
      }
      report(place, problems);
    }
    return Optional.of(new Environment(variables));
  }

  private void report(Origin place, Diagnostics problems) {
    for (Finding finding : findings) {
      problems.add(
          new Diagnostic(
              finding.severity(),
              "interpolation",
              place,
              DocumentPath.root(),
              finding.message(),
              Optional.of(finding.hint()).filter(hint -> !hint.isEmpty())));
    }
    findings.clear();
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
      String bare = text.substring(name.end("sign"), lineEnd);
      int comment = bare.indexOf(" #");
      set(key, expand((comment < 0 ? bare : bare.substring(0, comment)).strip()));
      return Optional.empty();
    }
    int end = closing(quote, at + 1);
    if (end < 0) {
      return Optional.of("the quoted value of " + key + " is not closed");
    }
    String inside = text.substring(at + 1, end);
    set(key, quote == '"' ? expand(unescape(inside)) : inside.replace("\\'", "'"));
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
    Substituted substituted =
        TEMPLATE.substitute(
            value, name -> process.get(name).or(() -> Optional.ofNullable(variables.get(name))));
    findings.addAll(substituted.findings());
    return substituted.value();
  }

  private static String unescape(String value) {
    return ESCAPE.matcher(value).replaceAll(found -> Matcher.quoteReplacement(plain(found)));
  }

  private static String plain(MatchResult escape) {
    String code = escape.group(1);
    if (code.startsWith("0")) {
      return code.length() == 4 ? Character.toString(Integer.parseInt(code, 8)) : escape.group();
    }
    // The interpolation that follows makes one of the two.
    return code.equals("$") ? "$$" : ESCAPED.substring(ESCAPES.indexOf(code)).substring(0, 1);
  }

  private int lineNumber(int position) {
    return (int) text.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
  }
}
