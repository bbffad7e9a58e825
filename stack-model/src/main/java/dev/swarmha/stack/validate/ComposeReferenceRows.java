package dev.swarmha.stack.validate;

import dev.swarmha.document.PathTable;
import dev.swarmha.stack.validate.Rule.Trait;

/**
 * What the compose specification has otherwise than file format 3 for what a service takes from the
 * other sections, and for its ports.
 */
final class ComposeReferenceRows {

  private static final String NETWORK = "services.*.networks.*.";
  private static final String PORT = "services.*.ports.[].";
  private static final String VOLUME = "services.*.volumes.[].";
  private static final String ADDRESSES = "ignored: Swarm chooses the addresses of tasks";
  private static final String ORDER = "ignored: Swarm chooses the order of the networks of a task";

  private ComposeReferenceRows() {}

  static void change(PathTable.Builder<Rule> table) {
    table
        .set(NETWORK + "priority", Rule.of(Type.NUMBER).ignored(ORDER))
        .set(NETWORK + "gw_priority", Rule.of(Type.NUMBER).ignored(ORDER))
        .set(
            NETWORK + "interface_name",
            Rule.text().ignored("ignored: Swarm chooses the names of interfaces"))
        .set(NETWORK + "mac_address", Rule.text().ignored(ADDRESSES))
        .set(NETWORK + "link_local_ips", Rule.list().ignored(ADDRESSES))
        .set(NETWORK + "link_local_ips.[]", Rule.text());
    ports(table);
    volumes(table);
  }

  private static void ports(PathTable.Builder<Rule> table) {
    Rule number = Rule.of(Type.INTEGER, Type.TEXT).that(Formats.PORT_RANGE);
    table
        .set(PORT + "target", number)
        .set(PORT + "published", number)
        .set(PORT + "name", Rule.text())
        .set(
            PORT + "host_ip",
            Rule.text().ignored("ignored: Swarm publishes on all addresses of a node"))
        .set(
            PORT + "app_protocol",
            Rule.text().ignored("ignored: Swarm passes on what it is given"));
  }

  private static void volumes(PathTable.Builder<Rule> table) {
    table
        .set(VOLUME + "bind", Rule.mapping())
        .set(
            VOLUME + "bind.create_host_path",
            Rule.flag()
                .ignored(
                    "ignored: Swarm never makes the directory; make it on each node beforehand"))
        .set(VOLUME + "bind.recursive", Rule.text(Formats.RECURSIVE))
        .set(
            VOLUME + "bind.selinux",
            Rule.text().ignored("ignored: Swarm relabels nothing; label it on each node"))
        .set(VOLUME + "volume", Rule.mapping())
        .set(VOLUME + "volume.labels", Rule.of(Type.LIST, Type.MAPPING).with(Trait.UNIQUE))
        .set(VOLUME + "volume.labels.[]", Rule.text())
        .set(VOLUME + "volume.labels.*", Rule.of(Type.TEXT, Type.NUMBER, Type.NULL))
        .set(VOLUME + "tmpfs", Rule.mapping())
        .set(VOLUME + "tmpfs.size", Rule.integer())
        .set(VOLUME + "tmpfs.mode", Rule.integer())
        .set(
            VOLUME + "image",
            Rule.refused(
                "Swarm mounts no images; copy the files in the Dockerfile, or use a config"));
  }
}
