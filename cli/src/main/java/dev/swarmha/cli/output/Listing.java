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
    return lines(Integer.MAX_VALUE);
  }

  @Override
  public List<String> lines(int columnsOfTerminal) {
    List<Column<T>> shown = columns.stream().filter(each -> each.header().isPresent()).toList();
    AlignedTable table = new AlignedTable();
    table.add(shown.stream().map(column -> column.header().orElseThrow()).toList());
    records.forEach(
        each -> table.add(shown.stream().map(column -> column.cell().apply(each)).toList()));
    return table.lines(columnsOfTerminal);
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
