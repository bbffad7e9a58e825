package dev.swarmha.cli.output;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import java.util.List;

/** Records of one kind: a table for people, a list of objects for machines. */
public record Listing<T>(List<Column<T>> columns, List<T> records) implements Printable {

  public Listing {
    columns = List.copyOf(columns);
    records = List.copyOf(records);
  }

  @Override
  public List<String> lines() {
    return lines(Screen.NONE);
  }

  @Override
  public List<String> lines(Screen screen) {
    List<Column<T>> shown = columns.stream().filter(each -> each.header().isPresent()).toList();
    AlignedTable table = new AlignedTable();
    table.add(shown.stream().map(column -> column.header().orElseThrow()).toList());
    records.forEach(
        each -> table.addCells(shown.stream().map(column -> column.shown(each)).toList()));
    return table.lines(screen);
  }

  @Override
  public Document document() {
    return Sequence.of(records.stream().map(this::object).toList());
  }

  private Mapping object(T each) {
    Mapping.Builder object = Mapping.builder();
    columns.forEach(column -> object.put(column.key(), column.value().apply(each)));
    return object.build();
  }
}
