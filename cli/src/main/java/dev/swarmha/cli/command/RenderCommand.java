package dev.swarmha.cli.command;

import dev.swarmha.cli.option.StackFilesMixin;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.stack.render.StackFileWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "render",
    description = {
      "Print a stack, merged and with its variables replaced, as one file that",
      "docker stack deploy accepts"
    },
    footer = {
      "Nothing is asked of an Engine. Paths are absolute, files of variables are read into",
      "\"environment\", each $ is doubled. What docker stack deploy would refuse stands under",
      "x-swarmha.compose, which docker passes over and swarmha reads.",
      "Example: swarmha render -c compose.yml -c production.yml > stack.yml"
    })
final class RenderCommand extends PrintingCommand {

  @Mixin private StackFilesMixin files = new StackFilesMixin();

  @Override
  Printable run(UseCases useCases) {
    StackFileWriter.Written written =
        StackFileWriter.write(useCases.load(files.files()).rendered());
    for (DocumentPath path : written.beyond()) {
      useCases.note(
          "warning: "
              + path
              + ": docker stack deploy does not see this; it stands under x-swarmha.compose");
    }
    return new StackFileView(written.file());
  }
}
