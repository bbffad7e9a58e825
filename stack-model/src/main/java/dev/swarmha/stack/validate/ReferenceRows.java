package dev.swarmha.stack.validate;

import dev.swarmha.document.PathTable;
import dev.swarmha.stack.validate.Rule.Trait;

/** The rules for what a service takes from the other sections, and for its ports. */
final class ReferenceRows {

  private static final String VOLUME = "services.*.volumes.[]";

  private ReferenceRows() {}

  static void add(PathTable.Builder<Rule> table) {
    networks(table);
    ports(table);
    volumes(table);
    files(table, "services.*.secrets", 1);
    files(table, "services.*.configs", 3);
  }

  private static void networks(PathTable.Builder<Rule> table) {
    String path = "services.*.networks";
    String fixed = "ignored: Swarm chooses the addresses of tasks";
    table
        // A list may have any names, a mapping may not.
        .row(path, Rule.of(Type.LIST, Type.MAPPING).with(Trait.UNIQUE).keys(Formats.NAME))
        .row(path + ".[]", Rule.text())
        .row(path + ".*", Rule.mapping().or(Type.NULL))
        .row(path + ".*.aliases", Rule.list().with(Trait.UNIQUE))
        .row(path + ".*.aliases.[]", Rule.text())
        .row(path + ".*.ipv4_address", Rule.text().ignored(fixed))
        .row(path + ".*.ipv6_address", Rule.text().ignored(fixed))
        .row(path + ".*.driver_opts", Rule.mapping().since(13))
        .row(path + ".*.driver_opts.*", Rule.of(Type.TEXT, Type.NUMBER))
        .row(path + ".*.priority", Rule.composeOnly())
        .row(path + ".*.gw_priority", Rule.composeOnly())
        .row(path + ".*.interface_name", Rule.composeOnly())
        .row(path + ".*.link_local_ips", Rule.composeOnly())
        .row(path + ".*.mac_address", Rule.composeOnly());
  }

  private static void ports(PathTable.Builder<Rule> table) {
    String path = "services.*.ports";
    Check shortForm =
        value -> {
          if (value.asMapping().isEmpty()) {
            Formats.PORT.check(value);
          }
        };
    table
        .row(path, Rule.list().with(Trait.UNIQUE))
        .row(path + ".[]", Rule.of(Type.TEXT, Type.NUMBER, Type.MAPPING).that(shortForm))
        .row(path + ".[].target", Rule.of(Type.INTEGER).that(Formats.PORT_NUMBER))
        .row(path + ".[].published", Rule.of(Type.INTEGER).that(Formats.PORT_NUMBER))
        .row(path + ".[].protocol", Rule.text(Check.oneOfOrEmpty("tcp", "udp", "sctp")))
        .row(path + ".[].mode", Rule.text(Check.oneOfOrEmpty("ingress", "host")))
        .row(path + ".[].name", Rule.composeOnly())
        .row(path + ".[].host_ip", Rule.composeOnly())
        .row(path + ".[].app_protocol", Rule.composeOnly());
  }

  private static void volumes(PathTable.Builder<Rule> table) {
    table
        .row("services.*.volumes", Rule.list())
        .row(VOLUME, Rule.of(Type.TEXT, Type.MAPPING).that(Formats.VOLUME).requires("type"))
        .row(
            VOLUME + ".type", Rule.text(Check.oneOf("volume", "bind", "tmpfs", "npipe", "cluster")))
        .row(VOLUME + ".source", Rule.text())
        .row(VOLUME + ".target", Rule.text())
        .row(VOLUME + ".consistency", Rule.text())
        .row(VOLUME + ".read_only", Rule.flag())
        .row(VOLUME + ".image", Rule.composeOnly())
        .row(VOLUME + ".bind", Rule.mapping().with(Trait.TOLERANT))
        .row(VOLUME + ".bind.propagation", Rule.text())
        .row(VOLUME + ".volume", Rule.mapping().with(Trait.TOLERANT))
        .row(VOLUME + ".volume.nocopy", Rule.flag())
        .row(VOLUME + ".volume.subpath", Rule.text())
        .row(VOLUME + ".tmpfs", Rule.mapping().with(Trait.TOLERANT).since(6))
        .row(VOLUME + ".tmpfs.size", Rule.integer());
  }

  private static void files(PathTable.Builder<Rule> table, String path, int since) {
    table
        .row(path, Rule.list().since(since))
        .row(path + ".[]", Rule.of(Type.TEXT, Type.MAPPING).with(Trait.TOLERANT).requires("source"))
        .row(path + ".[].source", Rule.text())
        .row(path + ".[].target", Rule.text())
        .row(path + ".[].uid", Rule.text())
        .row(path + ".[].gid", Rule.text())
        .row(path + ".[].mode", Rule.of(Type.NUMBER).that(Check.notNegative()));
  }
}
