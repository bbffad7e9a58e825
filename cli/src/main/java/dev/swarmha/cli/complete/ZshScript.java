package dev.swarmha.cli.complete;

import java.util.List;
import java.util.stream.Collectors;

/** The script for zsh: one call of its own {@code _arguments} for each command. */
final class ZshScript {

  private ZshScript() {}

  static String of(List<ScriptCommand> commands) {
    StringBuilder common = new StringBuilder();
    commands.get(0).common().forEach(option -> line(common, "    ", option(option)));
    StringBuilder cases = new StringBuilder();
    for (ScriptCommand each : commands) {
      append(cases, each);
    }
    return ScriptTemplate.read("zsh.template")
        .replace("%COMMON%", common.toString().strip())
        .replace("%CASES%", cases.toString().strip());
  }

  private static void append(StringBuilder cases, ScriptCommand command) {
    cases.append("    '").append(command.path()).append("')\n");
    if (!command.commands().isEmpty()) {
      cases.append("      commands=(\n");
      for (Candidate sub : command.commands()) {
        line(cases, "        ", quoted(sub.value() + ":" + sub.description()));
      }
      cases.append("      )\n");
    }
    if (!command.options().isEmpty() || !command.parameters().isEmpty()) {
      cases.append("      own=(\n");
      command.options().forEach(option -> line(cases, "        ", option(option)));
      command.parameters().forEach(each -> line(cases, "        ", parameter(each)));
      cases.append("      )\n");
    }
    cases.append("      ;;\n");
  }

  private static void line(StringBuilder text, String indent, String line) {
    text.append(indent).append(line).append('\n');
  }

  /** {@code '(-o --output)'{-o+,--output=}'[How data is printed]:FORMAT:(table json yaml)'}. */
  private static String option(ScriptCommand.Option option) {
    String names =
        option.names().stream()
            .map(name -> option.takesValue() ? name + (name.startsWith("--") ? "=" : "+") : name)
            .collect(Collectors.joining(","));
    String several = option.names().size() > 1 ? "{" + names + "}" : quoted(names);
    String before =
        option.repeatable() ? "'*'" : quoted("(" + String.join(" ", option.names()) + ")");
    String value =
        option.takesValue() ? ":" + message(option.label()) + ":" + action(option.source()) : "";
    String description =
        option
            .description()
            .replace("\\", "\\\\")
            .replace("[", "\\[")
            .replace("]", "\\]")
            .replace(":", "\\:");
    return before + several + quoted("[" + description + "]" + value);
  }

  private static String parameter(ScriptCommand.Parameter parameter) {
    String place = parameter.several() ? "*" : String.valueOf(parameter.index() + 1);
    return quoted(place + ":" + message(parameter.label()) + ":" + action(parameter.source()));
  }

  private static String message(String label) {
    return label.replace(":", "\\:");
  }

  private static String action(Source source) {
    if (source.files()) {
      return "_files";
    }
    if (!source.names().isEmpty()) {
      return "_swarmha_names";
    }
    return source.words().isEmpty() ? " " : "(" + String.join(" ", source.words()) + ")";
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
