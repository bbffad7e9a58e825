package dev.swarmha.lab.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/**
 * The calls of swarmha in a YAML file: in any of its texts, since each kind of pipeline has its own
 * place for commands. The file has to be YAML.
 */
final class YamlCommands {

  private final List<List<String>> calls = new ArrayList<>();

  private YamlCommands() {}

  static List<List<String>> of(String yaml) {
    YamlCommands commands = new YamlCommands();
    new Yaml().loadAll(yaml).forEach(commands::look);
    return commands.calls;
  }

  private void look(Object value) {
    if (value instanceof Map<?, ?> mapping) {
      mapping.values().forEach(this::look);
    } else if (value instanceof List<?> list) {
      list.forEach(this::look);
    } else if (value instanceof String text) {
      calls.addAll(CommandLines.of(text));
    }
  }
}
