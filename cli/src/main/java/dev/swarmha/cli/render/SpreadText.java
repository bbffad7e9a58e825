package dev.swarmha.cli.render;

import dev.swarmha.cli.output.AlignedTable;
import dev.swarmha.cli.output.Screen;
import dev.swarmha.deploy.event.SpreadForecast;
import java.util.ArrayList;
import java.util.List;

/** How services are spread anew: a table of the services, and one of the nodes. */
final class SpreadText {

  private SpreadText() {}

  static List<String> lines(SpreadForecast forecast, Screen screen) {
    List<String> lines = new ArrayList<>();
    if (!forecast.services().isEmpty()) {
      lines.addAll(services(forecast).lines(screen));
      lines.add("");
    }
    if (!forecast.nodes().isEmpty()) {
      lines.addAll(nodes(forecast).lines(screen));
      lines.add("");
    }
    return lines;
  }

  private static AlignedTable services(SpreadForecast forecast) {
    AlignedTable table = new AlignedTable();
    table.add(List.of("SERVICE", "MOVES", "WHAT BECOMES OF IT"));
    forecast
        .services()
        .forEach(
            each -> table.add(List.of(each.service(), String.valueOf(each.moves()), each.words())));
    return table;
  }

  private static AlignedTable nodes(SpreadForecast forecast) {
    AlignedTable table = new AlignedTable();
    table.add(List.of("NODE", "TASKS BEFORE", "AFTER"));
    forecast
        .nodes()
        .forEach(
            each -> table.add(List.of(each.node(), String.valueOf(each.before()), each.after())));
    return table;
  }
}
