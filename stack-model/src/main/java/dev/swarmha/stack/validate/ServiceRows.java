package dev.swarmha.stack.validate;

import dev.swarmha.document.PathTable;
import dev.swarmha.stack.validate.Rule.Trait;
import java.util.List;
import java.util.Map;

/** The rules for a service, but for what {@link ReferenceRows} and {@link DeployRows} have. */
final class ServiceRows {

  private static final String SERVICE = "services.*.";

  private static final List<String> TEXTS =
      List.of("image", "hostname", "isolation", "stop_signal", "user", "working_dir");
  private static final List<String> FLAGS = List.of("read_only", "stdin_open", "tty");
  private static final List<String> TEXT_LISTS = List.of("cap_add", "cap_drop", "depends_on");
  private static final List<String> TEXTS_OR_LISTS = List.of("dns", "dns_search", "env_file");
  private static final List<String> TEXTS_BY_NAME =
      List.of("environment", "extra_hosts", "labels", "sysctls");

  private static final Map<String, String> REFUSED =
      Map.of(
          "extends", "not supported by docker stack deploy; use YAML anchors and \"<<\"",
          "volume_driver", "declare the volume under \"volumes\" with its driver",
          "volumes_from", "declare the volume under \"volumes\" and name it in both services",
          "cpu_quota", "set limits under \"deploy.resources\"",
          "cpu_shares", "set limits under \"deploy.resources\"",
          "cpuset", "set limits under \"deploy.resources\"",
          "mem_limit", "set limits under \"deploy.resources\"",
          "memswap_limit", "set limits under \"deploy.resources\"");

  /** What the compose specification has beyond file format 3. */
  private static final List<String> COMPOSE_ONLY =
      List.of(
          "annotations",
          "attach",
          "blkio_config",
          "cgroup",
          "cpu_count",
          "cpu_percent",
          "cpu_period",
          "cpu_rt_period",
          "cpu_rt_runtime",
          "cpus",
          "develop",
          "device_cgroup_rules",
          "dns_opt",
          "gpus",
          "group_add",
          "label_file",
          "mem_reservation",
          "mem_swappiness",
          "models",
          "oom_kill_disable",
          "pids_limit",
          "platform",
          "post_start",
          "pre_stop",
          "profiles",
          "provider",
          "pull_policy",
          "pull_refresh_after",
          "runtime",
          "scale",
          "storage_opt",
          "use_api_socket",
          "uts");

  private static final String RESTART = "\"deploy.restart_policy\", where that is not given";

  private ServiceRows() {}

  static void add(PathTable.Builder<Rule> table) {
    table.row("services.*", Rule.mapping().with(Trait.EXTENSIBLE));
    TEXTS.forEach(key -> table.row(SERVICE + key, Rule.text()));
    FLAGS.forEach(key -> table.row(SERVICE + key, Rule.flag()));
    for (String key : TEXT_LISTS) {
      table
          .row(SERVICE + key, Rule.list().with(Trait.UNIQUE))
          .row(SERVICE + key + ".[]", Rule.text());
    }
    for (String key : TEXTS_OR_LISTS) {
      table
          .row(SERVICE + key, Rule.of(Type.TEXT, Type.LIST).with(Trait.UNIQUE))
          .row(SERVICE + key + ".[]", Rule.text());
    }
    TEXTS_BY_NAME.forEach(key -> StackSchema.listOrMapping(table, SERVICE + key));
    REFUSED.forEach((key, why) -> table.row(SERVICE + key, Rule.refused(why)));
    COMPOSE_ONLY.forEach(key -> table.row(SERVICE + key, Rule.composeOnly()));
    IgnoredRows.add(table);
    process(table);
    credentials(table);
    healthcheck(table);
    logging(table);
  }

  private static void process(PathTable.Builder<Rule> table) {
    Rule command = Rule.of(Type.TEXT, Type.LIST).that(Formats.COMMAND);
    table
        .row(SERVICE + "command", command)
        .row(SERVICE + "command.[]", Rule.text())
        .row(SERVICE + "entrypoint", command)
        .row(SERVICE + "entrypoint.[]", Rule.text())
        .row(SERVICE + "init", Rule.flag().since(7))
        .row(SERVICE + "restart", Rule.text(Formats.RESTART).translated(RESTART))
        .row(SERVICE + "stop_grace_period", Rule.text(Formats.DURATION))
        .row(SERVICE + "ulimits", Rule.mapping())
        .row(SERVICE + "ulimits.*", Rule.of(Type.INTEGER, Type.MAPPING).requires("soft", "hard"))
        .row(SERVICE + "ulimits.*.soft", Rule.of(Type.INTEGER))
        .row(SERVICE + "ulimits.*.hard", Rule.of(Type.INTEGER));
  }

  private static void credentials(PathTable.Builder<Rule> table) {
    String path = SERVICE + "credential_spec";
    table
        .row(path, Rule.mapping().since(3))
        .row(path + ".config", Rule.text().since(8))
        .row(path + ".file", Rule.text())
        .row(path + ".registry", Rule.text());
  }

  private static void healthcheck(PathTable.Builder<Rule> table) {
    String path = SERVICE + "healthcheck";
    table
        .row(path, Rule.mapping())
        .row(path + ".disable", Rule.flag())
        .row(path + ".test", Rule.of(Type.TEXT, Type.LIST))
        .row(path + ".test.[]", Rule.text())
        .row(path + ".interval", Rule.text(Formats.DURATION))
        .row(path + ".timeout", Rule.text(Formats.DURATION))
        .row(path + ".start_period", Rule.text(Formats.DURATION).since(4))
        .row(path + ".start_interval", Rule.text(Formats.DURATION).since(12))
        .row(path + ".retries", Rule.of(Type.NUMBER).that(Check.notNegative()));
  }

  private static void logging(PathTable.Builder<Rule> table) {
    table
        .row(SERVICE + "logging", Rule.mapping())
        .row(SERVICE + "logging.driver", Rule.text())
        .row(SERVICE + "logging.options", Rule.mapping())
        .row(SERVICE + "logging.options.*", Rule.of(Type.TEXT, Type.NUMBER, Type.NULL));
  }
}
