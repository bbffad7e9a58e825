package dev.swarmha.cli.command;

import dev.swarmha.cli.output.OutputFormat;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.stack.render.YamlWriter;
import java.util.List;

/** A stack file; people and deploys read the same YAML. */
record StackFileView(Mapping file) implements Printable {

  @Override
  public List<String> lines() {
    return text(OutputFormat.YAML).lines().toList();
  }

  @Override
  public String text(OutputFormat format) {
    return format == OutputFormat.YAML
        ? YamlWriter.writeStackFile(file).stripTrailing()
        : Printable.super.text(format);
  }

  @Override
  public Document document() {
    return file;
  }
}
