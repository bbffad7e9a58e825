package dev.swarmha.cli.command;

import dev.swarmha.cli.error.DiagnosticText;
import dev.swarmha.cli.output.Column;
import dev.swarmha.cli.output.Listing;
import dev.swarmha.cli.output.Printable;
import dev.swarmha.cli.output.Screen;
import dev.swarmha.deploy.ExplainStack.Explanation;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.validate.KeyFate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How stack files are read: the dialect, and a line for each key. */
record ExplanationView(Explanation explanation) implements Printable {

  private static final List<Column<KeyFate>> COLUMNS =
      List.of(
          Column.text("key", key -> key.path().toString()),
          Column.text("fate", key -> key.fate().word()),
          Column.text("place", key -> key.place().source() + ":" + key.place().line()),
          Column.<KeyFate>text("explanation", KeyFate::explanation).headed("WHY"));

  @Override
  public List<String> lines() {
    return lines(Screen.NONE);
  }

  @Override
  public List<String> lines(Screen screen) {
    String dialect =
        "Read by the rules of " + explanation.dialect().authority() + ": " + explanation.reason();
    List<String> lines = new ArrayList<>(screen.wrapped(List.of(dialect)));
    lines.add("");
    lines.addAll(keys().lines(screen));
    return lines;
  }

  @Override
  public Document document() {
    return Mapping.builder()
        .put("dialect", explanation.dialect().name().toLowerCase(Locale.ROOT))
        .put("reason", explanation.reason())
        .put("accepted", explanation.errors().isEmpty())
        .put("errors", Sequence.of(errors()))
        .put("keys", keys().document())
        .build();
  }

  private List<? extends Document> errors() {
    return DiagnosticText.lines(explanation.errors()).stream().map(Document::text).toList();
  }

  private Listing<KeyFate> keys() {
    return new Listing<>(COLUMNS, explanation.keys());
  }
}
