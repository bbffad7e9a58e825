package dev.swarmha.cli.command;

import dev.swarmha.cli.output.OutputFormat;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.deploy.export.ExportedStack;
import dev.swarmha.document.Document;
import java.util.List;

/** A stack file; people and deploys read the same YAML. */
record ExportView(ExportedStack exported) implements Printable {

  @Override
  public List<String> lines() {
    return text(OutputFormat.YAML).lines().toList();
  }

  @Override
  public Document document() {
    return exported.file();
  }
}
