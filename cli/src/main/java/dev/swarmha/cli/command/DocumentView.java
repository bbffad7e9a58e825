package dev.swarmha.cli.command;

import static java.util.Objects.requireNonNull;

import dev.swarmha.cli.output.Printable;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.render.YamlWriter;
import java.util.List;

/** One object with all that is known of it; people read it as YAML, too. */
record DocumentView(Mapping document) implements Printable {

  DocumentView {
    requireNonNull(document, "document");
  }

  @Override
  public List<String> lines() {
    return YamlWriter.write(document).stripTrailing().lines().toList();
  }
}
