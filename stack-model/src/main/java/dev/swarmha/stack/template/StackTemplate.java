package dev.swarmha.stack.template;

import dev.swarmha.stack.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The flavour of docker/cli's {@code template} package: {@code $NAME}, {@code ${NAME}}, and the
 * operators {@code :-}, {@code -}, {@code :?} and {@code ?}. Nothing nests, and the operators are
 * looked for in that order wherever they stand.
 */
final class StackTemplate implements Template {

  // Without braces, too, an operator takes everything up to a closing brace or the end.
  private static final String NAME_AND_OPERATOR = "[_a-zA-Z][_a-zA-Z0-9]*(?::?[-?][^}]*)?";
  private static final Pattern VARIABLE =
      Pattern.compile(
          "\\$(?:(?<escaped>\\$)|(?<named>"
              + NAME_AND_OPERATOR
              + ")|\\{(?<braced>"
              + NAME_AND_OPERATOR
              + ")}|(?<invalid>))");

  @Override
  public Substituted substitute(String text, Function<String, Optional<String>> variables) {
    List<Finding> findings = new ArrayList<>();
    Matcher matcher = VARIABLE.matcher(text);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      String replacement = replacement(matcher, text, variables, findings);
      matcher.appendReplacement(result, Matcher.quoteReplacement(replacement));
    }
    return new Substituted(matcher.appendTail(result).toString(), findings);
  }

  private static String replacement(
      Matcher found,
      String text,
      Function<String, Optional<String>> variables,
      List<Finding> findings) {
    if (found.group("escaped") != null) {
      return "$";
    }
    String named = found.group("named");
    String body = named == null ? found.group("braced") : named;
    if (body == null) {
      findings.add(Finding.malformed(found.start(), text));
      return "";
    }
    if (named != null && !named.matches("\\w+")) {
      findings.add(swallowing(found.start(), named));
    }
    return evaluate(body, found.start(), variables, findings);
  }

  private static Finding swallowing(int offset, String body) {
    String message = "$" + body + " is read as ${" + body + "}";
    return new Finding(Severity.WARNING, offset, message, "put braces around the name alone");
  }

  private static String evaluate(
      String body,
      int offset,
      Function<String, Optional<String>> variables,
      List<Finding> findings) {
    for (String operator : List.of(":-", "-", ":?", "?")) {
      int at = body.indexOf(operator);
      if (at >= 0) {
        String name = body.substring(0, at);
        String rest = body.substring(at + operator.length());
        boolean emptyCounts = !operator.startsWith(":");
        Optional<String> value =
            variables.apply(name).filter(known -> emptyCounts || !known.isEmpty());
        if (value.isEmpty() && operator.endsWith("?")) {
          findings.add(Finding.missing(offset, name, rest));
        }
        return value.orElse(rest);
      }
    }
    return variables.apply(body).orElse("");
  }
}
