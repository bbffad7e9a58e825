package dev.swarmha.cli.command;

import dev.swarmha.cli.output.Printable;
import dev.swarmha.cli.output.Screen;
import dev.swarmha.document.Document;
import dev.swarmha.document.Sequence;
import java.util.ArrayList;
import java.util.List;

/** How every stack stands. */
record StatusListing(List<StatusView> stacks) implements Printable {

  StatusListing {
    stacks = List.copyOf(stacks);
  }

  @Override
  public List<String> lines() {
    return lines(Screen.NONE);
  }

  @Override
  public List<String> lines(Screen screen) {
    if (stacks.isEmpty()) {
      return List.of("there are no stacks");
    }
    List<String> lines = new ArrayList<>();
    for (StatusView stack : stacks) {
      lines.addAll(lines.isEmpty() ? List.of() : List.of(""));
      lines.addAll(stack.lines(screen));
    }
    return lines;
  }

  @Override
  public Document document() {
    return Sequence.of(stacks.stream().map(StatusView::document).toList());
  }
}
