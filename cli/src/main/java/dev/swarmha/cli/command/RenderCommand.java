package dev.swarmha.cli.command;

import dev.swarmha.cli.error.DiagnosticText;
import dev.swarmha.cli.error.ExitCode;
import dev.swarmha.cli.option.StackFilesMixin;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.deploy.ExplainStack.Explanation;
import dev.swarmha.stack.render.StackFileWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "render",
    description = "Print a stack as one file, merged and with its variables replaced",
    footer =
        "Nothing is asked of an Engine. docker stack deploy accepts the file: paths are"
            + " absolute, files of variables are read into \"environment\", each $ is doubled, and"
            + " what it would refuse stands under x-swarmha.compose, which docker passes over and"
            + " swarmha reads.")
@Examples(
    """
    # Merge two files into one
    swarmha render -c compose.yml -c production.yml > stack.yml

    # What of the file swarmha honours, translates, ignores or refuses, and why
    swarmha render -c compose.yml --explain

    # With the services of a profile
    COMPOSE_PROFILES=debug swarmha render -c compose.yml
    """)
final class RenderCommand extends PrintingCommand {

  @Mixin private StackFilesMixin files = new StackFilesMixin();

  @Option(
      names = "--explain",
      description =
          "List each key as honoured, translated, ignored or refused, and why, instead; and"
              + " say which dialect the files are read in")
  private boolean explain;

  private ExitCode code = ExitCode.OK;

  @Override
  ExitCode code() {
    return code;
  }

  @Override
  Printable run(UseCases useCases) {
    return explain ? explained(useCases) : rendered(useCases);
  }

  private Printable explained(UseCases useCases) {
    Explanation explanation = useCases.files().explanation(files.files());
    if (!explanation.errors().isEmpty()) {
      DiagnosticText.lines(explanation.errors()).forEach(useCases::note);
      code = ExitCode.FILE;
    }
    return new ExplanationView(explanation);
  }

  private Printable rendered(UseCases useCases) {
    StackFileWriter.Written written =
        StackFileWriter.write(useCases.files().stack(files.files()).rendered());
    written.warnings().forEach(warning -> useCases.note("warning: " + warning));
    return new StackFileView(written.file());
  }
}
