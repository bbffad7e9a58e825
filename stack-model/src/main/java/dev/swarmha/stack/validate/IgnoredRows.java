package dev.swarmha.stack.validate;

import dev.swarmha.document.PathTable;
import dev.swarmha.stack.validate.Rule.Trait;
import java.util.List;
import java.util.Map;

/**
 * What a service may have but Swarm has no use for: docker/cli's lists of unsupported, deprecated
 * and silently ignored options. Their values must be of the right form all the same.
 */
final class IgnoredRows {

  private static final String SERVICE = "services.*.";
  private static final String GROUPS = "ignored: Swarm decides about control groups";
  private static final String BY_NAME = "ignored: services on one network find each other by name";
  static final String BUILD = "ignored: Swarm runs images; build and push this one beforehand";

  private static final Map<String, String> TEXTS =
      Map.of(
          "cgroup_parent", GROUPS,
          "cgroupns_mode", GROUPS,
          "container_name", "ignored: Swarm names containers SERVICE.SLOT.TASK",
          "domainname", "ignored: Swarm sets no domain name",
          "ipc", "ignored: each container has its own IPC namespace",
          "mac_address", "ignored: Swarm chooses the addresses of tasks",
          "network_mode", "ignored: Swarm attaches services through \"networks\"",
          "userns_mode", "ignored: Swarm applies the setting of each node");

  private static final Map<String, String> LISTS =
      Map.of(
          "devices",
          "ignored: Swarm gives no devices to containers",
          "external_links",
          BY_NAME,
          "links",
          BY_NAME,
          "security_opt",
          "ignored: Swarm applies the defaults of each node");

  private IgnoredRows() {}

  static void add(PathTable.Builder<Rule> table) {
    TEXTS.forEach((key, why) -> table.row(SERVICE + key, Rule.text().ignored(why)));
    LISTS.forEach(
        (key, why) ->
            table
                .row(SERVICE + key, Rule.list().with(Trait.UNIQUE).ignored(why))
                .row(SERVICE + key + ".[]", Rule.text()));
    String expose = "ignored: services on one network reach all ports of each other";
    String tmpfs = "ignored: use \"volumes\" with \"type: tmpfs\"";
    String shared = "ignored: mount a tmpfs on /dev/shm instead";
    String memory = "ignored: docker stack deploy never sends it";
    table
        .row(
            SERVICE + "pid",
            Rule.text().or(Type.NULL).ignored("ignored: each container has its own PID namespace"))
        .row(
            SERVICE + "privileged",
            Rule.flag().ignored("ignored: Swarm runs no privileged containers"))
        .row(SERVICE + "expose", Rule.list().with(Trait.UNIQUE).ignored(expose))
        .row(SERVICE + "expose.[]", Rule.of(Type.TEXT, Type.NUMBER))
        .row(SERVICE + "tmpfs", Rule.of(Type.TEXT, Type.LIST).with(Trait.UNIQUE).ignored(tmpfs))
        .row(SERVICE + "tmpfs.[]", Rule.text())
        .row(SERVICE + "shm_size", Rule.of(Type.TEXT, Type.NUMBER).ignored(shared))
        .row(SERVICE + "oom_score_adj", Rule.of(Type.INTEGER).since(13).ignored(memory));
    build(table, SERVICE + "build");
  }

  private static void build(PathTable.Builder<Rule> table, String path) {
    table.row(path, Rule.of(Type.TEXT, Type.MAPPING).with(Trait.TOLERANT).ignored(BUILD));
    for (String key : List.of("context", "dockerfile", "network", "target")) {
      table.row(path + "." + key, Rule.text().ignored(BUILD));
    }
    for (String key : List.of("args", "labels", "extra_hosts")) {
      table
          .row(path + "." + key, Rule.of(Type.LIST, Type.MAPPING).with(Trait.UNIQUE).ignored(BUILD))
          .row(path + "." + key + ".[]", Rule.text())
          .row(path + "." + key + ".*", Rule.of(Type.TEXT, Type.NUMBER, Type.NULL));
    }
    table
        .row(path + ".cache_from", Rule.list().with(Trait.UNIQUE).ignored(BUILD))
        .row(path + ".cache_from.[]", Rule.text())
        .row(path + ".shm_size", Rule.of(Type.TEXT, Type.NUMBER).ignored(BUILD));
  }
}
