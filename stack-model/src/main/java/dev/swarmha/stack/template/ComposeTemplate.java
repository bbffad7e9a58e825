package dev.swarmha.stack.template;

import dev.swarmha.stack.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The flavour of compose-go's {@code template} package: {@code $NAME} takes no operator, {@code
 * ${NAME}} takes {@code :?}, {@code ?}, {@code :-}, {@code -}, {@code :+} or {@code +} right behind
 * the name, and what stands behind the operator may have variables itself. A {@code $} that begins
 * none of these is only a character.
 */
final class ComposeTemplate implements Template {

  private static final int DEEPEST = 50;
  private static final Pattern NAME = Pattern.compile("[_a-zA-Z][_a-zA-Z0-9]*");
  private static final Pattern BODY =
      Pattern.compile("(?<name>" + NAME + ")(?:(?<operator>:?[-+?])(?<rest>.*))?", Pattern.DOTALL);

  @Override
  public Substituted substitute(String text, Function<String, Optional<String>> variables) {
    Run run = new Run(text, variables);
    String value = run.expand(0, text.length(), 0);
    return new Substituted(value, run.findings);
  }

  /** The substitution in one text; positions are those in the whole text, however deep. */
  private static final class Run {
    private final String text;
    private final Function<String, Optional<String>> variables;
    private final List<Finding> findings = new ArrayList<>();

    Run(String text, Function<String, Optional<String>> variables) {
      this.text = text;
      this.variables = variables;
    }

    String expand(int from, int to, int depth) {
      StringBuilder result = new StringBuilder();
      int next = from;
      while (next < to) {
        int dollar = text.indexOf('$', next);
        if (dollar < 0 || dollar >= to) {
          return result.append(text, next, to).toString();
        }
        result.append(text, next, dollar);
        next = variable(dollar, to, depth, result);
      }
      return result.toString();
    }

    /** Appends what stands for the {@code $} at a position; returns the position behind it. */
    private int variable(int dollar, int to, int depth, StringBuilder result) {
      char next = dollar + 1 < to ? text.charAt(dollar + 1) : ' ';
      if (next == '$') {
        result.append('$');
        return dollar + 2;
      }
      if (next == '{') {
        return braced(dollar, to, depth, result);
      }
      Matcher name = NAME.matcher(text).region(dollar + 1, to);
      if (!name.lookingAt()) {
        result.append('$');
        return dollar + 1;
      }
      result.append(plain(dollar, name.group()));
      return name.end();
    }

    private int braced(int dollar, int to, int depth, StringBuilder result) {
      int end = closing(dollar, to);
      Matcher body = BODY.matcher(text).region(dollar + 2, Math.max(end, dollar + 2));
      if (end < 0 || !body.matches()) {
        findings.add(Finding.malformed(dollar, text));
        return end < 0 ? to : end + 1;
      }
      if (depth == DEEPEST) {
        String message = "variables stand in variables more than " + DEEPEST + " deep";
        findings.add(new Finding(Severity.ERROR, dollar, message, ""));
        return end + 1;
      }
      result.append(
          body.group("operator") == null
              ? plain(dollar, body.group("name"))
              : evaluate(dollar, body, depth + 1));
      return end + 1;
    }

    /** Where the brace closes; others that open in between are counted. */
    private int closing(int dollar, int to) {
      int open = 0;
      for (int i = dollar; i < to; i++) {
        if (text.charAt(i) == '}' && --open == 0) {
          return i;
        }
        if (text.startsWith("${", i)) {
          open++;
          i++;
        }
      }
      return -1;
    }

    private String plain(int dollar, String name) {
      Optional<String> value = variables.apply(name);
      if (value.isEmpty()) {
        findings.add(Finding.unset(dollar, name));
      }
      return value.orElse("");
    }

    private String evaluate(int dollar, Matcher body, int depth) {
      String name = body.group("name");
      String operator = body.group("operator");
      int from = body.start("rest");
      int to = body.end("rest");
      boolean emptyCounts = !operator.startsWith(":");
      Optional<String> value =
          variables.apply(name).filter(known -> emptyCounts || !known.isEmpty());
      if (operator.endsWith("+")) {
        return value.isPresent() ? expand(from, to, depth) : variables.apply(name).orElse("");
      }
      if (value.isPresent()) {
        return value.get();
      }
      String rest = expand(from, to, depth);
      if (operator.endsWith("?")) {
        findings.add(Finding.missing(dollar, name, rest));
        return "";
      }
      return rest;
    }
  }
}
