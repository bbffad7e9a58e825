package dev.swarmha.stack.validate;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.PathTable;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.validate.Rule.Trait;
import java.util.Map;

/**
 * The schema of file format 3, in one table: what docker's own schema files say, and what the
 * Engine would refuse later. That of the compose specification is the same table with some rows
 * changed and some added.
 */
final class StackSchema {

  private static final Map<Dialect, PathTable<Rule>> TABLES = tables();

  private StackSchema() {}

  static PathTable<Rule> table(Dialect dialect) {
    return requireNonNull(TABLES.get(dialect));
  }

  private static Map<Dialect, PathTable<Rule>> tables() {
    PathTable<Rule> stack = rows(Dialect.STACK).build();
    PathTable<Rule> compose = LooseRows.of(rows(Dialect.COMPOSE).build());
    return Map.of(
        Dialect.STACK, withOverlay(stack, stack, compose),
        Dialect.COMPOSE, withOverlay(compose, stack, compose));
  }

  private static PathTable<Rule> withOverlay(
      PathTable<Rule> own, PathTable<Rule> stack, PathTable<Rule> compose) {
    PathTable.Builder<Rule> table = PathTable.builder();
    own.rows().forEach((path, rule) -> table.row(path.toString(), rule));
    OverlayRows.add(table, stack, compose);
    return table.build();
  }

  private static PathTable.Builder<Rule> rows(Dialect dialect) {
    PathTable.Builder<Rule> table = PathTable.builder();
    root(table);
    networks(table);
    volumes(table);
    file(table, "secrets", 1);
    file(table, "configs", 3);
    secretDrivers(table);
    SwarmhaRows.add(table);
    ServiceRows.add(table);
    ReferenceRows.add(table);
    DeployRows.add(table);
    if (dialect == Dialect.COMPOSE) {
      ComposeSectionRows.change(table);
      ComposeServiceRows.change(table);
      ComposeReferenceRows.change(table);
      ComposeDeployRows.change(table);
      ComposeLoadingRows.change(table);
    }
    return table;
  }

  /** Texts by name, written as a mapping or as a list of {@code NAME=VALUE}. */
  static void listOrMapping(PathTable.Builder<Rule> table, String path) {
    table
        .row(path, Rule.of(Type.LIST, Type.MAPPING).with(Trait.UNIQUE))
        .row(path + ".[]", Rule.text())
        .row(path + ".*", Rule.of(Type.TEXT, Type.NUMBER, Type.NULL));
  }

  private static void root(PathTable.Builder<Rule> table) {
    table
        .row("", Rule.mapping().with(Trait.EXTENSIBLE))
        .row("version", Rule.text())
        .row("services", Rule.mapping().keys(Formats.NAME))
        // Docker's schema forgets to look at the names of networks.
        .row("networks", Rule.mapping())
        .row("volumes", Rule.mapping().keys(Formats.NAME))
        .row("secrets", Rule.mapping().keys(Formats.NAME).since(1))
        .row("configs", Rule.mapping().keys(Formats.NAME).since(3))
        .row("name", Rule.refused("the name of the stack is given on the command line"))
        .row("include", Rule.composeOnly())
        .row("models", Rule.composeOnly());
  }

  private static void external(PathTable.Builder<Rule> table, String section) {
    table
        .row(section + ".*.external", Rule.of(Type.BOOLEAN, Type.MAPPING))
        .row(section + ".*.external.name", Rule.text());
  }

  private static void options(PathTable.Builder<Rule> table, String path) {
    table.row(path, Rule.mapping()).row(path + ".*", Rule.of(Type.TEXT, Type.NUMBER));
  }

  private static void networks(PathTable.Builder<Rule> table) {
    table
        .row("networks.*", Rule.mapping().or(Type.NULL).with(Trait.EXTENSIBLE))
        .row("networks.*.name", Rule.text().since(5))
        .row("networks.*.driver", Rule.text())
        .row("networks.*.internal", Rule.flag())
        .row("networks.*.attachable", Rule.flag().since(2))
        .row("networks.*.enable_ipv6", Rule.composeOnly())
        .row("networks.*.enable_ipv4", Rule.composeOnly())
        .row("networks.*.ipam", Rule.mapping())
        .row("networks.*.ipam.driver", Rule.text())
        .row("networks.*.ipam.options", Rule.composeOnly())
        .row("networks.*.ipam.config", Rule.list())
        .row("networks.*.ipam.config.[]", Rule.mapping())
        .row("networks.*.ipam.config.[].subnet", Rule.text())
        .row("networks.*.ipam.config.[].gateway", Rule.composeOnly())
        .row("networks.*.ipam.config.[].ip_range", Rule.composeOnly())
        .row("networks.*.ipam.config.[].aux_addresses", Rule.composeOnly());
    external(table, "networks");
    options(table, "networks.*.driver_opts");
    listOrMapping(table, "networks.*.labels");
  }

  private static void volumes(PathTable.Builder<Rule> table) {
    table
        .row("volumes.*", Rule.mapping().or(Type.NULL).with(Trait.EXTENSIBLE))
        .row("volumes.*.name", Rule.text().since(4))
        .row("volumes.*.driver", Rule.text());
    external(table, "volumes");
    options(table, "volumes.*.driver_opts");
    listOrMapping(table, "volumes.*.labels");
  }

  private static void file(PathTable.Builder<Rule> table, String section, int since) {
    table
        .row(section + ".*", Rule.mapping().with(Trait.EXTENSIBLE).since(since))
        .row(section + ".*.name", Rule.text().since(5))
        .row(section + ".*.file", Rule.text())
        .row(section + ".*.template_driver", Rule.text().since(8))
        .row(section + ".*.environment", Rule.composeOnly())
        .row(section + ".*.content", Rule.composeOnly());
    external(table, section);
    listOrMapping(table, section + ".*.labels");
  }

  private static void secretDrivers(PathTable.Builder<Rule> table) {
    table.row("secrets.*.driver", Rule.text().since(8));
    options(table, "secrets.*.driver_opts");
  }
}
