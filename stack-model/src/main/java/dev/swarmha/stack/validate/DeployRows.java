package dev.swarmha.stack.validate;

import dev.swarmha.document.PathTable;

/** The rules for {@code deploy}. */
final class DeployRows {

  private static final String DEPLOY = "services.*.deploy";

  private DeployRows() {}

  static void add(PathTable.Builder<Rule> table) {
    table
        .row(DEPLOY, Rule.mapping().or(Type.NULL))
        .row(
            DEPLOY + ".mode",
            Rule.text(Check.oneOfOrEmpty("replicated", "global", "replicated-job", "global-job")))
        .row(DEPLOY + ".endpoint_mode", Rule.text(Check.oneOfOrEmpty("vip", "dnsrr")).since(2))
        .row(DEPLOY + ".replicas", Rule.integer());
    StackSchema.listOrMapping(table, DEPLOY + ".labels");
    update(
        table, DEPLOY + ".update_config", Check.oneOfOrEmpty("continue", "pause", "rollback"), 0);
    update(table, DEPLOY + ".rollback_config", Check.oneOfOrEmpty("continue", "pause"), 7);
    resources(table);
    restartPolicy(table);
    placement(table);
  }

  private static void update(
      PathTable.Builder<Rule> table, String path, Check failureAction, int since) {
    table
        .row(path, Rule.mapping().since(since))
        .row(path + ".parallelism", Rule.integer())
        .row(path + ".delay", Rule.text(Formats.DURATION))
        .row(path + ".failure_action", Rule.text(failureAction))
        .row(path + ".monitor", Rule.text(Formats.DURATION))
        .row(path + ".max_failure_ratio", Rule.of(Type.NUMBER).that(Check.between(0, 1)))
        .row(path + ".order", Rule.text(Check.oneOf("start-first", "stop-first")).since(4));
  }

  private static void resources(PathTable.Builder<Rule> table) {
    String limits = DEPLOY + ".resources.limits";
    String reservations = DEPLOY + ".resources.reservations";
    String generic = reservations + ".generic_resources";
    table
        .row(DEPLOY + ".resources", Rule.mapping())
        .row(limits, Rule.mapping())
        .row(limits + ".cpus", Rule.text(Formats.CPUS))
        .row(limits + ".memory", Rule.text(Formats.SIZE))
        .row(limits + ".pids", Rule.integer().since(9))
        .row(reservations, Rule.mapping())
        .row(reservations + ".cpus", Rule.text(Formats.CPUS))
        .row(reservations + ".memory", Rule.text(Formats.SIZE))
        .row(reservations + ".devices", Rule.composeOnly())
        .row(generic, Rule.list().since(5))
        .row(generic + ".[]", Rule.mapping().requires("discrete_resource_spec"))
        .row(generic + ".[].discrete_resource_spec", Rule.mapping())
        .row(generic + ".[].discrete_resource_spec.kind", Rule.text())
        .row(generic + ".[].discrete_resource_spec.value", Rule.of(Type.NUMBER));
  }

  private static void restartPolicy(PathTable.Builder<Rule> table) {
    String path = DEPLOY + ".restart_policy";
    table
        .row(path, Rule.mapping())
        .row(path + ".condition", Rule.text(Check.oneOfOrEmpty("none", "on-failure", "any")))
        .row(path + ".delay", Rule.text(Formats.DURATION))
        .row(path + ".max_attempts", Rule.integer())
        .row(path + ".window", Rule.text(Formats.DURATION));
  }

  private static void placement(PathTable.Builder<Rule> table) {
    String path = DEPLOY + ".placement";
    table
        .row(path, Rule.mapping())
        .row(path + ".constraints", Rule.list())
        .row(path + ".constraints.[]", Rule.text(Formats.CONSTRAINT))
        .row(path + ".preferences", Rule.list().since(3))
        .row(path + ".preferences.[]", Rule.mapping().requires("spread"))
        .row(path + ".preferences.[].spread", Rule.text())
        .row(path + ".max_replicas_per_node", Rule.integer().since(8));
  }
}
