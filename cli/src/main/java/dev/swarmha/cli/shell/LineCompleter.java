package dev.swarmha.cli.shell;

import static java.util.Objects.requireNonNull;

import dev.swarmha.cli.complete.Candidate;
import dev.swarmha.cli.complete.LiveNames;
import dev.swarmha.cli.complete.NameKind;
import dev.swarmha.cli.complete.NameQuery;
import dev.swarmha.cli.complete.Place;
import dev.swarmha.cli.complete.TypedLine;
import dev.swarmha.cli.option.ValueForms;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import picocli.CommandLine.Model.CommandSpec;

/** Completes a line of the shell as the system's shells complete a command line. */
final class LineCompleter implements Completer {

  private final CommandSpec program;
  private final LiveNames names;
  private final FileNames files;

  LineCompleter(CommandSpec program, LiveNames names, FileNames files) {
    this.program = requireNonNull(program, "program");
    this.names = requireNonNull(names, "names");
    this.files = requireNonNull(files, "files");
  }

  @Override
  public void complete(
      LineReader reader, ParsedLine line, List<org.jline.reader.Candidate> candidates) {
    String word = line.word().substring(0, line.wordCursor());
    for (Candidate each : candidates(line.words().subList(0, line.wordIndex()), word)) {
      String description = each.description().isEmpty() ? null : each.description();
      candidates.add(
          new org.jline.reader.Candidate(
              each.value(), each.value(), null, description, null, null, each.whole()));
    }
  }

  /** What can stand in the place of a word, behind others. */
  List<Candidate> candidates(List<String> before, String word) {
    if (before.isEmpty() ? word.startsWith("!") : before.get(0).startsWith("!")) {
      return before.isEmpty() ? List.of() : files.of(word);
    }
    TypedLine line = TypedLine.of(program, withoutHelp(before));
    Place place = Place.of(line, word, ValueForms::words);
    List<Candidate> all = new ArrayList<>(place.candidates(word, namesFor(line)));
    if (place.source().files()) {
      files
          .of(word.substring(place.attached().length()))
          .forEach(each -> all.add(each.behind(place.attached())));
    }
    if (before.isEmpty()) {
      BuiltIn.WORDS.stream()
          .filter(each -> each.startsWith(word))
          .forEach(each -> all.add(Candidate.of(each, BuiltIn.description(each))));
    }
    return all;
  }

  private static List<String> withoutHelp(List<String> words) {
    boolean help = !words.isEmpty() && words.get(0).equals(BuiltIn.HELP);
    return help ? words.subList(1, words.size()) : words;
  }

  /** Of an Engine that only this line is for, nothing is known. */
  private LiveNames namesFor(TypedLine line) {
    return SessionOptions.namesEngine(line)
        ? query ->
            query.kind() == NameKind.CONTEXT ? names.of(NameQuery.of(query.kind())) : List.of()
        : names;
  }
}
