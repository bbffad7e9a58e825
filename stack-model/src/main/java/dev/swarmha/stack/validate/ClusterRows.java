package dev.swarmha.stack.validate;

import dev.swarmha.document.Document;
import dev.swarmha.document.PathTable;
import dev.swarmha.stack.validate.Rule.Trait;
import dev.swarmha.stack.value.ValueException;
import java.util.regex.Pattern;

/** The schema of the file that describes a cluster. */
final class ClusterRows {

  private static final Pattern OBJECT_NAME =
      Pattern.compile("[a-zA-Z0-9](?:[a-zA-Z0-9._-]*[a-zA-Z0-9])?");
  private static final Check CIDR =
      Check.matches(
          Pattern.compile("[0-9a-fA-F.:]+/\\d{1,3}"), "is no subnet", "such as 10.20.0.0/16");
  private static final Check NOT_EMPTY =
      value ->
          value
              .asText()
              .filter(String::isBlank)
              .ifPresent(
                  blank -> {
                    throw new ValueException("must not be empty");
                  });

  static final PathTable<Rule> TABLE = table();

  private ClusterRows() {}

  private static PathTable<Rule> table() {
    PathTable.Builder<Rule> table = PathTable.builder();
    table.row("", Rule.mapping().with(Trait.EXTENSIBLE).requires("managers"));
    machines(table, "managers");
    machines(table, "workers");
    swarm(table);
    networks(table);
    contents(table, "secrets");
    contents(table, "configs");
    return table.build();
  }

  private static void machines(PathTable.Builder<Rule> table, String section) {
    String machine = section + ".[]";
    table
        .row(section, section.equals("workers") ? Rule.list().or(Type.NULL) : atLeastOne())
        .row(machine, Rule.mapping())
        .row(machine + ".host", Rule.text(NOT_EMPTY))
        .row(machine + ".context", Rule.text(NOT_EMPTY))
        .row(machine + ".name", Rule.text(NOT_EMPTY))
        .row(machine + ".tls", Rule.mapping().requires("ca"))
        .row(machine + ".tls.ca", Rule.text(NOT_EMPTY))
        .row(machine + ".tls.cert", Rule.text(NOT_EMPTY))
        .row(machine + ".tls.key", Rule.text(NOT_EMPTY))
        .row(machine + ".advertiseAddr", Rule.text(NOT_EMPTY))
        .row(machine + ".listenAddr", Rule.text(NOT_EMPTY))
        .row(machine + ".dataPathAddr", Rule.text(NOT_EMPTY))
        .row(machine + ".availability", Rule.text(Check.oneOf("active", "pause", "drain")));
    StackSchema.listOrMapping(table, machine + ".labels");
  }

  private static Rule atLeastOne() {
    return Rule.list()
        .that(
            value -> {
              if (value.asSequence().filter(list -> list.isEmpty()).isPresent()) {
                throw new ValueException("a cluster needs a manager");
              }
            });
  }

  private static void swarm(PathTable.Builder<Rule> table) {
    table
        .row("swarm", Rule.mapping().or(Type.NULL))
        .row("swarm.autolock", Rule.flag())
        .row("swarm.taskHistoryLimit", Rule.integer())
        .row("swarm.heartbeatPeriod", Rule.text(Formats.POSITIVE_DURATION))
        .row("swarm.nodeCertExpiry", Rule.text(Formats.POSITIVE_DURATION))
        .row("swarm.defaultAddrPool", Rule.of(Type.LIST, Type.TEXT).that(ClusterRows::pool))
        .row("swarm.defaultAddrPool.[]", Rule.text(CIDR))
        .row("swarm.subnetSize", Rule.of(Type.INTEGER).that(Check.between(1, 128)));
  }

  private static void pool(Document value) {
    CIDR.check(value);
  }

  private static void networks(PathTable.Builder<Rule> table) {
    table
        .row("networks", Rule.mapping().or(Type.NULL).keys(OBJECT_NAME))
        .row("networks.*", Rule.mapping().or(Type.NULL))
        .row("networks.*.driver", Rule.text(NOT_EMPTY))
        .row("networks.*.driver_opts", Rule.mapping())
        .row("networks.*.driver_opts.*", Rule.of(Type.TEXT, Type.NUMBER))
        .row("networks.*.attachable", Rule.flag())
        .row("networks.*.internal", Rule.flag())
        .row("networks.*.enable_ipv6", Rule.flag())
        .row("networks.*.ipam", Rule.mapping())
        .row("networks.*.ipam.driver", Rule.text())
        .row("networks.*.ipam.config", Rule.list())
        .row("networks.*.ipam.config.[]", Rule.mapping().requires("subnet"))
        .row("networks.*.ipam.config.[].subnet", Rule.text(CIDR))
        .row("networks.*.ipam.config.[].ip_range", Rule.text(CIDR))
        .row("networks.*.ipam.config.[].gateway", Rule.text());
    StackSchema.listOrMapping(table, "networks.*.labels");
  }

  private static void contents(PathTable.Builder<Rule> table, String section) {
    table
        .row(section, Rule.mapping().or(Type.NULL).keys(OBJECT_NAME))
        .row(section + ".*", Rule.mapping())
        .row(section + ".*.file", Rule.text(NOT_EMPTY))
        .row(section + ".*.env", Rule.text(NOT_EMPTY));
    StackSchema.listOrMapping(table, section + ".*.labels");
  }
}
