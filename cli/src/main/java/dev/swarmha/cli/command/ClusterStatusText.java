package dev.swarmha.cli.command;

import dev.swarmha.cli.output.AlignedTable;
import dev.swarmha.cli.output.Cell;
import dev.swarmha.cli.output.Paint;
import dev.swarmha.cli.output.SafeText;
import dev.swarmha.cli.output.Screen;
import dev.swarmha.cli.output.StateColour;
import dev.swarmha.deploy.Counted;
import dev.swarmha.deploy.cluster.ClusterStatus;
import dev.swarmha.deploy.cluster.ClusterStatus.Member;
import dev.swarmha.engine.Node;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a swarm stands, in lines for people. */
record ClusterStatusText(ClusterStatus status) {

  /** The table and the sentences, in the columns of a screen. */
  List<String> lines(Screen screen) {
    if (status.trouble().isPresent()) {
      return sentences(
          List.of(
              "the swarm cannot be asked: " + status.trouble().get(),
              "more than half of its managers must be up and reach each other; what runs goes on"
                  + " running, and nothing can be changed",
              "managers known here: " + String.join(", ", status.knownManagers())),
          screen);
    }
    List<String> lines = new ArrayList<>();
    Paint quorum = status.mayBeLost() > 0 ? Paint.PLAIN : Paint.UNSETTLED;
    sentences(List.of("swarm " + status.swarm().orElse("") + ", " + quorum()), screen)
        .forEach(line -> lines.add(screen.paint(quorum, line)));
    lines.addAll(
        sentences(
            List.of(
                "leader: " + status.leader().map(Node::hostname).orElse("none"),
                "managers ask for a key when they restart: " + (status.autolock() ? "yes" : "no"),
                "certificates: " + certificates(),
                "Engines: " + engines()),
            screen));
    lines.add("");
    lines.addAll(nodes(screen));
    List<String> away = status.members().stream().flatMap(each -> away(each).stream()).toList();
    if (!away.isEmpty()) {
      lines.add("");
      sentences(away, screen).forEach(line -> lines.add(screen.paint(Paint.BAD, line)));
    }
    return lines;
  }

  private static List<String> sentences(List<String> lines, Screen screen) {
    return screen.wrapped(lines.stream().map(SafeText::line).toList());
  }

  private String quorum() {
    int spare = status.mayBeLost();
    return Counted.of(status.managers(), "manager")
        + ", of which "
        + status.reachable()
        + " can be reached and "
        + status.needed()
        + " must be: "
        + (spare == 0 ? "none" : spare)
        + " may still be lost";
  }

  private String certificates() {
    String root =
        status
            .certificates()
            .rootExpires()
            .map(end -> "the swarm's own authority until " + end.truncatedTo(ChronoUnit.DAYS))
            .map(text -> text.replaceFirst("T.*", ""))
            .orElse("the swarm's own authority is not told");
    return root
        + status
            .certificates()
            .nodeValidity()
            .map(time -> "; those of nodes for " + days(time) + " each, renewed by the nodes")
            .orElse("");
  }

  private static String days(Duration time) {
    return time.toDays() > 0
        ? Counted.of((int) time.toDays(), "day")
        : Counted.of((int) time.toHours(), "hour");
  }

  private String engines() {
    if (status.engineVersions().size() <= 1) {
      return String.join("", status.engineVersions().keySet()) + " everywhere";
    }
    return "different versions: "
        + status.engineVersions().entrySet().stream()
            .map(entry -> entry.getKey() + " on " + String.join(", ", entry.getValue()))
            .collect(Collectors.joining("; "));
  }

  private List<String> nodes(Screen screen) {
    AlignedTable table = new AlignedTable();
    table.add(
        List.of("NODE", "ROLE", "STATUS", "AVAILABILITY", "ENGINE", "TASKS", "ADDRESS", "LABELS"));
    status.members().forEach(each -> table.addCells(cells(each)));
    return table.lines(screen);
  }

  private static List<Cell> cells(Member member) {
    Node node = member.node();
    return List.of(
        Cell.of(node.hostname()),
        new Cell(role(node), node.managerStatus().map(StateColour::of).orElse(Paint.PLAIN)),
        new Cell(word(node.state()), StateColour.of(node.state())),
        new Cell(word(node.availability()), StateColour.of(node.availability())),
        Cell.of(node.description().engineVersion()),
        Cell.of(String.valueOf(member.tasks())),
        Cell.of(node.address()),
        Cell.of(
            node.labels().entrySet().stream()
                .map(Object::toString)
                .collect(Collectors.joining(", "))));
  }

  /** {@code leader}, {@code manager}, {@code manager, unreachable} or {@code worker}. */
  private static String role(Node node) {
    return node.managerStatus()
        .map(
            manager ->
                manager.leader()
                    ? "leader"
                    : manager.reachable() ? "manager" : "manager, unreachable")
        .orElse(word(node.role()));
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> away(Member member) {
    Node node = member.node();
    if (node.isReady()) {
      return List.of();
    }
    Instant since = member.changedAt().truncatedTo(ChronoUnit.SECONDS);
    String why = node.statusMessage().isEmpty() ? "" : " (" + node.statusMessage() + ")";
    return List.of(
        node.hostname() + " is " + word(node.state()) + why + ", since " + since + " or longer");
  }
}
