package dev.swarmha.stack.render;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Scalar;
import dev.swarmha.document.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Writes a document as YAML in block style, keys in their order. Texts that a reader could take for
 * something else are quoted, so that reading the text gives the document back.
 */
public final class YamlWriter {

  private YamlWriter() {}

  public static String write(Document document) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    options.setSplitLines(false);
    options.setDereferenceAliases(true);
    return new Yaml(options).dump(plain(document));
  }

  private static @Nullable Object plain(Document document) {
    if (document instanceof Mapping mapping) {
      Map<String, @Nullable Object> entries = new LinkedHashMap<>();
      mapping.entries().forEach((key, value) -> entries.put(key, plain(value)));
      return entries;
    }
    if (document instanceof Sequence sequence) {
      List<@Nullable Object> items = new ArrayList<>();
      sequence.items().forEach(item -> items.add(plain(item)));
      return items;
    }
    return ((Scalar) document).value();
  }
}
