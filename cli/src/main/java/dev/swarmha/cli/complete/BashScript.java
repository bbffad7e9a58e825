package dev.swarmha.cli.complete;

import java.util.List;
import java.util.stream.Collectors;

/** The script for bash: tables of what there is, and functions that walk along the line. */
final class BashScript {

  private BashScript() {}

  static String of(List<ScriptCommand> commands) {
    StringBuilder tables = new StringBuilder();
    table(tables, "commands", "The commands below a command.");
    for (ScriptCommand each : commands) {
      if (!each.commands().isEmpty()) {
        row(tables, "'" + each.path() + "'", names(each.commands()));
      }
    }
    end(tables);
    table(tables, "options", "A command's own options; behind them stand those of every command.");
    for (ScriptCommand each : commands) {
      if (!each.options().isEmpty()) {
        row(tables, "'" + each.path() + "'", optionNames(each.options()));
      }
    }
    tables.append("  esac\n  REPLY+=' ").append(optionNames(commands.get(0).common()));
    tables.append("'\n}\n\n");
    values(tables, commands);
    parameters(tables, commands);
    return ScriptTemplate.read("bash.template").replace("%TABLES%", tables.toString().strip());
  }

  private static void values(StringBuilder tables, List<ScriptCommand> commands) {
    table(tables, "value", "What comes behind an option of a command: 'flag' if nothing does.");
    for (ScriptCommand each : commands) {
      for (ScriptCommand.Option option : each.options()) {
        String pattern =
            option.names().stream()
                .map(name -> "'" + (each.path() + " " + name).strip() + "'")
                .collect(Collectors.joining(" | "));
        valueRow(tables, pattern, option);
      }
    }
    for (ScriptCommand.Option option : commands.get(0).common()) {
      String pattern =
          option.names().stream()
              .map(name -> "*' " + name + "' | " + name)
              .collect(Collectors.joining(" | "));
      valueRow(tables, pattern, option);
    }
    row(tables, "*", "flag");
    end(tables);
  }

  private static void valueRow(StringBuilder tables, String pattern, ScriptCommand.Option option) {
    if (option.takesValue()) {
      row(tables, pattern, source(option.source()));
    }
  }

  private static void parameters(StringBuilder tables, List<ScriptCommand> commands) {
    table(tables, "argument", "What a command takes as its argument of a number, from 0.");
    for (ScriptCommand each : commands) {
      for (ScriptCommand.Parameter parameter : each.parameters()) {
        String place = parameter.several() ? " '*" : " " + parameter.index() + "'";
        row(tables, "'" + each.path() + place, source(parameter.source()));
      }
    }
    row(tables, "*", "free");
    end(tables);
  }

  private static String source(Source source) {
    if (source.files()) {
      return "files";
    }
    if (!source.names().isEmpty()) {
      return "names";
    }
    return source.words().isEmpty() ? "free" : "words " + String.join(" ", source.words());
  }

  private static void table(StringBuilder tables, String name, String meaning) {
    tables.append("# ").append(meaning).append('\n');
    tables.append("_swarmha_").append(name).append("() {\n  REPLY=\n  case $1 in\n");
  }

  private static void row(StringBuilder tables, String pattern, String value) {
    tables.append("    ").append(pattern).append(") REPLY='").append(value).append("' ;;\n");
  }

  private static void end(StringBuilder tables) {
    tables.append("  esac\n}\n\n");
  }

  private static String names(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::value).collect(Collectors.joining(" "));
  }

  private static String optionNames(List<ScriptCommand.Option> options) {
    return options.stream()
        .flatMap(option -> option.names().stream())
        .collect(Collectors.joining(" "));
  }
}
