package dev.swarmha.stack.interpolate;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.PathTable;
import dev.swarmha.stack.dialect.Dialect;
import java.util.List;
import java.util.Map;

/** Where variables become numbers and truth values, as docker/cli's loader lists it. */
final class Casts {

  private static final List<String> INTEGERS =
      List.of(
          "configs.[].mode",
          "secrets.[].mode",
          "healthcheck.retries",
          "deploy.replicas",
          "deploy.update_config.parallelism",
          "deploy.rollback_config.parallelism",
          "deploy.restart_policy.max_attempts",
          "deploy.placement.max_replicas_per_node",
          "ports.[].target",
          "ports.[].published",
          "ulimits.*",
          "ulimits.*.hard",
          "ulimits.*.soft",
          "oom_score_adj",
          "x-swarmha.minAvailable",
          "x-swarmha.health.[].port",
          "x-swarmha.health.[].passes",
          "x-swarmha.health.[].retries");
  private static final List<String> FLOATS =
      List.of("deploy.update_config.max_failure_ratio", "deploy.rollback_config.max_failure_ratio");
  private static final List<String> BOOLEANS =
      List.of(
          "healthcheck.disable",
          "privileged",
          "read_only",
          "stdin_open",
          "tty",
          "volumes.[].read_only",
          "volumes.[].volume.nocopy");

  private static final Map<Dialect, PathTable<Cast>> TABLES =
      Map.of(Dialect.STACK, rows(Dialect.STACK), Dialect.COMPOSE, rows(Dialect.COMPOSE));

  /** In a file that describes a cluster. */
  static final PathTable<Cast> CLUSTER =
      PathTable.<Cast>builder()
          .row("swarm.autolock", Cast.BOOLEAN)
          .row("swarm.taskHistoryLimit", Cast.INTEGER)
          .row("swarm.subnetSize", Cast.INTEGER)
          .row("networks.*.attachable", Cast.BOOLEAN)
          .row("networks.*.internal", Cast.BOOLEAN)
          .row("networks.*.enable_ipv6", Cast.BOOLEAN)
          .build();

  private Casts() {}

  static PathTable<Cast> table(Dialect dialect) {
    return requireNonNull(TABLES.get(dialect));
  }

  private static PathTable<Cast> rows(Dialect dialect) {
    PathTable.Builder<Cast> table = PathTable.builder();
    INTEGERS.forEach(path -> table.row("services.*." + path, Cast.INTEGER));
    FLOATS.forEach(path -> table.row("services.*." + path, Cast.FLOAT));
    BOOLEANS.forEach(path -> table.row("services.*." + path, Cast.BOOLEAN));
    table
        .row("networks.*.external", Cast.BOOLEAN)
        .row("networks.*.internal", Cast.BOOLEAN)
        .row("networks.*.attachable", Cast.BOOLEAN)
        .row("volumes.*.external", Cast.BOOLEAN)
        .row("secrets.*.external", Cast.BOOLEAN)
        .row("configs.*.external", Cast.BOOLEAN)
        .row("x-swarmha.health.[].passes", Cast.INTEGER)
        .row("x-swarmha.health.[].retries", Cast.INTEGER);
    if (dialect == Dialect.COMPOSE) {
      ComposeCasts.change(table);
    }
    return table.build();
  }
}
