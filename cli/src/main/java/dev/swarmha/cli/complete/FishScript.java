package dev.swarmha.cli.complete;

import java.util.List;
import java.util.stream.Collectors;

/** The script for fish: one {@code complete} for each thing, and a function that says where. */
final class FishScript {

  private FishScript() {}

  static String of(List<ScriptCommand> commands) {
    return ScriptTemplate.read("fish.template")
        .replace("%COMMANDS%", commandRows(commands).strip())
        .replace("%VALUED%", valuedRows(commands).strip())
        .replace("%COMPLETIONS%", completions(commands).strip());
  }

  private static String commandRows(List<ScriptCommand> commands) {
    StringBuilder rows = new StringBuilder();
    for (ScriptCommand each : commands) {
      if (!each.commands().isEmpty()) {
        String names =
            each.commands().stream().map(Candidate::value).collect(Collectors.joining(" "));
        row(rows, quoted(each.path()), "string split ' ' " + quoted(names));
      }
    }
    return rows.toString();
  }

  /** Options with a value, for the walk along the line. */
  private static String valuedRows(List<ScriptCommand> commands) {
    StringBuilder rows = new StringBuilder();
    for (ScriptCommand each : commands) {
      String names = valued(each.options());
      if (!names.isEmpty()) {
        row(rows, quoted(each.path()), "contains -- $argv[2] " + names + "; and return 0");
      }
    }
    rows.append("    end\n    contains -- $argv[2] ").append(valued(commands.get(0).common()));
    return rows.toString();
  }

  private static String valued(List<ScriptCommand.Option> options) {
    return options.stream()
        .filter(ScriptCommand.Option::takesValue)
        .flatMap(option -> option.names().stream())
        .collect(Collectors.joining(" "));
  }

  private static void row(StringBuilder rows, String pattern, String command) {
    rows.append("        case ").append(pattern).append('\n');
    rows.append("            ").append(command).append('\n');
  }

  private static String completions(List<ScriptCommand> commands) {
    StringBuilder lines = new StringBuilder();
    commands.get(0).common().forEach(option -> option(lines, "", option));
    for (ScriptCommand each : commands) {
      lines.append('\n');
      String in = quoted(("__swarmha_in '" + each.path() + "'"));
      for (Candidate sub : each.commands()) {
        lines
            .append("complete -c swarmha -n ")
            .append(quoted("__swarmha_at '" + each.path() + "' 0"))
            .append(" -f -a ")
            .append(sub.value())
            .append(" -d ")
            .append(quoted(sub.description()))
            .append('\n');
      }
      each.options().forEach(option -> option(lines, " -n " + in, option));
      each.parameters().forEach(parameter -> parameter(lines, each.path(), parameter));
    }
    return lines.toString();
  }

  private static void option(StringBuilder lines, String condition, ScriptCommand.Option option) {
    lines.append("complete -c swarmha").append(condition);
    for (String name : option.names()) {
      lines.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    if (option.takesValue()) {
      lines.append(option.source().files() ? " -r -F" : " -x").append(answers(option.source()));
    }
    lines.append(" -d ").append(quoted(option.description())).append('\n');
  }

  private static void parameter(
      StringBuilder lines, String path, ScriptCommand.Parameter parameter) {
    Source source = parameter.source();
    if (source.equals(Source.FREE)) {
      return;
    }
    String place = parameter.index() + (parameter.several() ? " more" : "");
    lines
        .append("complete -c swarmha -n ")
        .append(quoted("__swarmha_at '" + path + "' " + place))
        .append(source.files() ? " -F" : " -f")
        .append(answers(source))
        .append('\n');
  }

  private static String answers(Source source) {
    if (!source.names().isEmpty()) {
      return " -k -a '(__swarmha_names)'";
    }
    return source.words().isEmpty() ? "" : " -a " + quoted(String.join(" ", source.words()));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
