package dev.swarmha.cli.command;

import dev.swarmha.cli.complete.Candidate;
import dev.swarmha.cli.complete.EndpointNames;
import dev.swarmha.cli.complete.Place;
import dev.swarmha.cli.complete.PromptNames;
import dev.swarmha.cli.complete.SharedConnection;
import dev.swarmha.cli.complete.TypedLine;
import dev.swarmha.cli.option.ValueForms;
import dev.swarmha.cli.output.SafeText;
import dev.swarmha.engine.docker.endpoint.EndpointResolver;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Answers the completion scripts: what can stand in the place of the last word, one a line, with a
 * tab and a few words behind it. It never fails, and never takes long.
 */
@Command(name = "__complete", hidden = true, description = "Answer the completion scripts")
final class CompleteCommand implements Runnable {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..*", paramLabel = "WORD", description = "The words up to the cursor")
  private List<String> words = new ArrayList<>();

  @Override
  public void run() {
    try {
      print(candidates());
    } catch (RuntimeException anything) {
      // The user is in the middle of typing: there is no place for a message.
      print(List.of());
    }
  }

  private List<Candidate> candidates() {
    int last = Math.max(0, words.size() - 1);
    String word = words.isEmpty() ? "" : words.get(last);
    RootCommand root = (RootCommand) spec.root().userObject();
    TypedLine line = TypedLine.of(spec.root(), words.subList(0, last));
    Surroundings surroundings = root.surroundings();
    EndpointNames names =
        new EndpointNames(
            new SharedConnection(() -> surroundings.engines().aside(line.endpoint())),
            new EndpointResolver(surroundings.environment()));
    PromptNames soon = new PromptNames(names, surroundings.engines().sideBySide(), PATIENCE);
    return Place.of(line, word, ValueForms::words).candidates(word, soon);
  }

  private void print(List<Candidate> candidates) {
    PrintWriter out = spec.commandLine().getOut();
    for (Candidate each : candidates) {
      String description = SafeText.line(each.description());
      out.println(SafeText.line(each.value()) + (description.isEmpty() ? "" : "\t" + description));
    }
    out.flush();
  }
}
