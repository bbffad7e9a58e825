package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.Named;
import dev.swarmha.cli.option.SwarmName;
import dev.swarmha.cli.output.Column;
import dev.swarmha.cli.output.Listing;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.cli.output.ReasonDocument;
import dev.swarmha.cli.output.RevisionText;
import dev.swarmha.cli.output.StateColour;
import dev.swarmha.deploy.revision.Provenance;
import dev.swarmha.deploy.view.ListRevisions.PastRevision;
import dev.swarmha.document.Document;
import dev.swarmha.engine.time.DurationText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "history",
    description =
        "List the revisions of a stack: what was deployed, when, by whom, and how it ended",
    footer =
        "* marks the revision that the stack is at. To go back: swarmha rollback STACK"
            + " REVISION")
@Examples(
    """
    # What was deployed, when, and by whom
    swarmha history shop

    # Go back to the third revision
    swarmha rollback shop 3

    # The same for a script
    swarmha history shop -o json
    """)
final class HistoryCommand extends PrintingCommand {

  private static final int SHORT_COMMIT = 10;

  private static final List<Column<PastRevision>> COLUMNS =
      List.of(
          Column.<PastRevision>number("revision", each -> each.revision().number())
              .shownAs(each -> (each.current() ? "* " : "  ") + each.revision().number()),
          flag("current", PastRevision::current),
          Column.<PastRevision>text("at", each -> RevisionText.at(each.revision())).headed("WHEN"),
          Column.<PastRevision>text("outcome", each -> each.revision().state().word())
              .painted(each -> StateColour.of(each.revision().state())),
          Column.<PastRevision>optional("user", provenance(Provenance::user)).headed("WHO"),
          Column.<PastRevision>optional("machine", provenance(Provenance::machine))
              .headed("FROM")
              .shownAs(HistoryCommand::place),
          Column.<PastRevision>optional("job", provenance(Provenance::job)).hidden(),
          duration(),
          Column.<PastRevision>optional("commit", provenance(Provenance::commit))
              .shownAs(HistoryCommand::shortCommit),
          Column.optional("message", each -> each.revision().message()),
          Column.<PastRevision>optionalNumber(
                  "rollbackTo", each -> each.revision().caption().restores())
              .hidden(),
          reasons());

  @Parameters(
      paramLabel = "STACK",
      completionCandidates = Named.Stack.class,
      converter = SwarmName.OfStack.class,
      description = "The name of the stack")
  private String stack = "";

  @Override
  Printable run(UseCases useCases) {
    return new Listing<>(COLUMNS, useCases.stacks().listRevisions().run(stack));
  }

  private static Function<PastRevision, Optional<String>> provenance(
      Function<Provenance, Optional<String>> part) {
    return each -> part.apply(each.revision().caption().provenance());
  }

  private static Column<PastRevision> flag(String key, Function<PastRevision, Boolean> value) {
    return new Column<>(
        key,
        value.andThen(Document::bool),
        Optional.empty(),
        each -> String.valueOf(value.apply(each)));
  }

  private static Column<PastRevision> duration() {
    Function<PastRevision, Optional<Duration>> took = each -> each.revision().standing().took();
    return new Column<>(
        "durationMs",
        took.andThen(
            time ->
                time.map(Duration::toMillis)
                    .<Document>map(Document::number)
                    .orElse(Document.nothing())),
        Optional.of("DURATION"),
        took.andThen(time -> time.map(DurationText::of).orElse("")));
  }

  private static Column<PastRevision> reasons() {
    Function<PastRevision, Document> reasons =
        each -> ReasonDocument.all(each.revision().standing().reasons());
    return new Column<>("reasons", reasons, Optional.empty(), each -> "");
  }

  private static String place(PastRevision each) {
    Provenance provenance = each.revision().caption().provenance();
    return provenance.job().or(provenance::machine).orElse("");
  }

  private static String shortCommit(PastRevision each) {
    String commit = each.revision().caption().provenance().commit().orElse("");
    return commit.substring(0, Math.min(commit.length(), SHORT_COMMIT));
  }
}
