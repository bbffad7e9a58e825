package dev.swarmha.stack.interpolate;

import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.value.ValueException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Substitution in one text, in the flavour of docker/cli's {@code template} package: {@code $NAME},
 * {@code ${NAME}}, and the operators {@code :-}, {@code -}, {@code :?} and {@code ?}. Nothing
 * nests, and the operators are looked for in that order wherever they stand.
 */
final class Template {

  // Without braces, too, an operator takes everything up to a closing brace or the end.
  private static final String NAME_AND_OPERATOR = "[_a-zA-Z][_a-zA-Z0-9]*(?::?[-?][^}]*)?";
  private static final Pattern VARIABLE =
      Pattern.compile(
          "\\$(?:(?<escaped>\\$)|(?<named>"
              + NAME_AND_OPERATOR
              + ")|\\{(?<braced>"
              + NAME_AND_OPERATOR
              + ")}|(?<invalid>))");

  private final Environment environment;

  Template(Environment environment) {
    this.environment = environment;
  }

  /**
   * The text with its variables replaced.
   *
   * @throws ValueException when the text is malformed or a required variable is missing
   */
  String substitute(String text) {
    Matcher matcher = VARIABLE.matcher(text);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(result, Matcher.quoteReplacement(replacement(matcher, text)));
    }
    return matcher.appendTail(result).toString();
  }

  /** The first variable without braces that swallows text behind it: {@code $TAG-alpine}. */
  static Optional<String> swallowing(String text) {
    Matcher matcher = VARIABLE.matcher(text);
    while (matcher.find()) {
      String named = matcher.group("named");
      if (named != null && !named.matches("\\w+")) {
        return Optional.of(named);
      }
    }
    return Optional.empty();
  }

  private String replacement(Matcher matcher, String text) {
    if (matcher.group("escaped") != null) {
      return "$";
    }
    String named = matcher.group("named");
    String body = named == null ? matcher.group("braced") : named;
    if (body == null) {
      throw new ValueException(
          "invalid interpolation format: \"" + text + "\"", "write $$ where a $ is meant");
    }
    return evaluate(body);
  }

  private String evaluate(String body) {
    int at = body.indexOf(":-");
    if (at >= 0) {
      return nonEmpty(body.substring(0, at)).orElse(body.substring(at + 2));
    }
    at = body.indexOf('-');
    if (at >= 0) {
      return environment.get(body.substring(0, at)).orElse(body.substring(at + 1));
    }
    at = body.indexOf(":?");
    if (at >= 0) {
      String name = body.substring(0, at);
      String message = body.substring(at + 2);
      return nonEmpty(name).orElseThrow(() -> missing(name, message));
    }
    at = body.indexOf('?');
    if (at >= 0) {
      String name = body.substring(0, at);
      String message = body.substring(at + 1);
      return environment.get(name).orElseThrow(() -> missing(name, message));
    }
    return environment.get(body).orElse("");
  }

  private Optional<String> nonEmpty(String name) {
    return environment.get(name).filter(value -> !value.isEmpty());
  }

  private static ValueException missing(String name, String message) {
    String reason = message.isEmpty() ? "" : ": " + message;
    return new ValueException("required variable " + name + " is missing a value" + reason);
  }
}
