package dev.swarmha.stack.validate;

import dev.swarmha.document.PathTable;
import dev.swarmha.stack.validate.Rule.Trait;
import dev.swarmha.stack.value.PlatformSyntax;
import dev.swarmha.stack.value.SecurityOption;
import dev.swarmha.stack.value.TmpfsSyntax;
import java.util.List;
import java.util.Map;

/**
 * What the compose specification has otherwise than file format 3 for a service. A key is refused
 * only where the service would not do what its author means without it, and docker stack deploy
 * does not pass over it either; then there is something else to write.
 */
final class ComposeServiceRows {

  private static final String SERVICE = "services.*.";

  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          Map.entry("cpu_period", "Swarm divides CPUs by itself; write \"cpus\" (quota by period)"),
          Map.entry("cpu_quota", "Swarm divides CPUs by itself; write \"cpus\" (quota by period)"),
          Map.entry("cpu_rt_period", "Swarm has no real-time scheduling; run it outside Swarm"),
          Map.entry("cpu_rt_runtime", "Swarm has no real-time scheduling; run it outside Swarm"),
          Map.entry(
              "cpuset", "Swarm pins no CPUs; limit them with \"cpus\", or place by node label"),
          Map.entry(
              "gpus",
              "nodes advertise GPUs as generic resources; reserve them under"
                  + " \"deploy.resources.reservations.generic_resources\""),
          Map.entry(
              "models",
              "nothing in a swarm runs models; run the model as a service, and give its address"
                  + " under \"environment\""),
          Map.entry(
              "oom_kill_disable", "Swarm cannot switch it off; write \"oom_score_adj: -1000\""),
          Map.entry(
              "post_start", "Swarm runs nothing beside the container; put it in the entrypoint"),
          Map.entry(
              "pre_stop",
              "Swarm runs nothing beside the container; handle its stop signal, and give it time"
                  + " with \"stop_grace_period\""),
          Map.entry("provider", "swarmha runs no programs; deploy what it provides as a service"),
          Map.entry(
              "runtime",
              "Swarm takes the default runtime of a node; set it there, and place by node label"),
          Map.entry("storage_opt", "Swarm takes the storage options of a node; set them there"),
          Map.entry(
              "use_api_socket",
              "mount /var/run/docker.sock under \"volumes\", and place by node.role == manager"));

  /** Without these the service means the same, or docker stack deploy passes over them as well. */
  private static final Map<String, String> IGNORED =
      Map.ofEntries(
          Map.entry("attach", "ignored: swarmha shows no logs while it deploys"),
          Map.entry("blkio_config", "ignored: Swarm does not divide input and output of disks"),
          Map.entry("cgroup", "ignored: Swarm decides about control groups"),
          Map.entry("cpu_count", "ignored: it is for Windows alone; write \"cpus\""),
          Map.entry("cpu_percent", "ignored: it is for Windows alone; write \"cpus\""),
          Map.entry(
              "cpu_shares",
              "ignored: Swarm has no weights; reserve CPUs under \"deploy.resources\""),
          Map.entry("develop", "ignored: it is for development on one machine"),
          Map.entry("pull_policy", "ignored: each node pulls what it does not have, by digest"),
          Map.entry(
              "pull_refresh_after", "ignored: each node pulls what it does not have, by digest"),
          Map.entry("uts", "ignored: each container has its own UTS namespace"));

  private ComposeServiceRows() {}

  static void change(PathTable.Builder<Rule> table) {
    REFUSED.forEach((key, why) -> table.set(SERVICE + key, Rule.refused(why)));
    IGNORED.forEach((key, why) -> table.set(SERVICE + key, Rule.anything().ignored(why)));
    Rule build = Rule.of(Type.TEXT, Type.MAPPING).with(Trait.OPAQUE);
    String annotations = "ignored: Swarm hands none to the runtime; use \"labels\"";
    textsByName(table, "annotations", annotations);
    table
        .set(SERVICE + "build", build.ignored(IgnoredRows.BUILD))
        .set(
            SERVICE + "device_cgroup_rules",
            Rule.list().ignored("ignored: Swarm gives no devices to containers"))
        .set(SERVICE + "device_cgroup_rules.[]", Rule.text())
        .set(SERVICE + "devices.[]", Rule.of(Type.TEXT, Type.MAPPING).with(Trait.TOLERANT))
        .set(SERVICE + "extra_hosts.*", Rule.of(Type.TEXT, Type.NUMBER, Type.NULL, Type.LIST))
        .set(SERVICE + "extra_hosts.*.[]", Rule.text());
    dependencies(table);
    confinement(table);
    translated(table);
  }

  private static void textsByName(PathTable.Builder<Rule> table, String key, String why) {
    table
        .set(SERVICE + key, Rule.of(Type.LIST, Type.MAPPING).ignored(why))
        .set(SERVICE + key + ".[]", Rule.text())
        .set(SERVICE + key + ".*", Rule.of(Type.TEXT, Type.NUMBER, Type.BOOLEAN, Type.NULL));
  }

  private static void dependencies(PathTable.Builder<Rule> table) {
    String path = SERVICE + "depends_on";
    table
        .set(path, Rule.of(Type.LIST, Type.MAPPING).with(Trait.UNIQUE).keys(Formats.NAME))
        .set(path + ".*", Rule.mapping().requires("condition"))
        .set(
            path + ".*.condition",
            Rule.text(
                Check.oneOf(
                    "service_started", "service_healthy", "service_completed_successfully")))
        .set(path + ".*.required", Rule.flag())
        .set(path + ".*.restart", Rule.flag());
  }

  private static void confinement(PathTable.Builder<Rule> table) {
    table
        .set(SERVICE + "dns_opt", Rule.list().with(Trait.UNIQUE))
        .set(SERVICE + "dns_opt.[]", Rule.text())
        .set(SERVICE + "group_add", Rule.list().with(Trait.UNIQUE))
        .set(SERVICE + "group_add.[]", Rule.text())
        .set(SERVICE + "security_opt", Rule.list().with(Trait.UNIQUE))
        .set(SERVICE + "security_opt.[]", Rule.text(Check.readable(SecurityOption::parse)))
        .set(SERVICE + "oom_score_adj", Rule.of(Type.INTEGER).that(Check.between(-1000, 1000)))
        .set(SERVICE + "platform", Rule.text(Check.readable(PlatformSyntax::parse)))
        .set(SERVICE + "memswap_limit", Rule.text(Formats.SIZE_OR_UNLIMITED))
        .set(SERVICE + "mem_swappiness", Rule.of(Type.INTEGER).that(Check.between(0, 100)));
  }

  /** How containers alone were given what {@code deploy} gives services. */
  private static void translated(PathTable.Builder<Rule> table) {
    String limits = "\"deploy.resources.limits.";
    Rule size = Rule.of(Type.TEXT, Type.NUMBER).that(Formats.SIZE_OF_ANY_TYPE);
    Rule tmpfs = Rule.of(Type.TEXT, Type.LIST).with(Trait.UNIQUE);
    table
        .set(SERVICE + "mem_limit", size.translated(limits + "memory\""))
        .set(
            SERVICE + "mem_reservation",
            size.translated("\"deploy.resources.reservations.memory\""))
        .set(
            SERVICE + "cpus",
            Rule.of(Type.TEXT, Type.NUMBER)
                .that(Formats.CPUS_OF_ANY_TYPE)
                .translated(limits + "cpus\""))
        .set(
            SERVICE + "pids_limit",
            Rule.of(Type.INTEGER)
                .that(Check.between(-1, Long.MAX_VALUE))
                .translated(limits + "pids\""))
        .set(SERVICE + "scale", Rule.integer().translated("\"deploy.replicas\""))
        .set(
            SERVICE + "tmpfs",
            tmpfs.that(Check.readable(TmpfsSyntax::parse)).translated("\"volumes\" of type tmpfs"))
        .set(SERVICE + "tmpfs.[]", Rule.text(Check.readable(TmpfsSyntax::parse)))
        .set(SERVICE + "shm_size", size.translated("a tmpfs volume on /dev/shm"))
        .set(SERVICE + "label_file", Rule.of(Type.TEXT, Type.LIST).translated("\"labels\""))
        .set(SERVICE + "label_file.[]", Rule.text())
        .set(
            SERVICE + "network_mode",
            Rule.text(Formats.NETWORK_MODE)
                .translated("\"networks\", with the Engine's own network of that name"));
    for (String key : List.of("external_links", "links")) {
      table.set(
          SERVICE + key,
          Rule.list()
              .with(Trait.UNIQUE)
              .ignored("ignored: services on one network find each other by name and alias"));
    }
  }
}
