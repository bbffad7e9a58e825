package dev.swarmha.stack.interpolate;

import dev.swarmha.document.PathTable;
import java.util.List;

/** Where compose-go's loader casts variables otherwise than docker/cli's. */
final class ComposeCasts {

  private static final String SERVICE = "services.*.";

  private static final List<String> INTEGERS =
      List.of(
          "cpu_count",
          "cpu_period",
          "cpu_quota",
          "cpu_rt_period",
          "cpu_rt_runtime",
          "cpu_shares",
          "pids_limit",
          "scale");
  private static final List<String> BOOLEANS =
      List.of(
          SERVICE + "init",
          SERVICE + "oom_kill_disable",
          SERVICE + "depends_on.*.required",
          SERVICE + "depends_on.*.restart",
          SERVICE + "env_file.[].required",
          SERVICE + "healthcheck.disable",
          SERVICE + "privileged",
          SERVICE + "read_only",
          SERVICE + "stdin_open",
          SERVICE + "tty",
          SERVICE + "volumes.[].read_only",
          SERVICE + "volumes.[].volume.nocopy",
          "networks.*.external",
          "networks.*.internal",
          "networks.*.attachable",
          "networks.*.enable_ipv4",
          "networks.*.enable_ipv6",
          "volumes.*.external",
          "secrets.*.external",
          "configs.*.external");

  private ComposeCasts() {}

  static void change(PathTable.Builder<Cast> table) {
    INTEGERS.forEach(key -> table.set(SERVICE + key, Cast.INTEGER));
    BOOLEANS.forEach(path -> table.set(path, Cast.BOOLEAN_WITH_DOUBT));
    table
        .set(SERVICE + "cpus", Cast.FLOAT)
        .set(SERVICE + "cpu_percent", Cast.FLOAT)
        // A text here, which may be a range.
        .set(SERVICE + "ports.[].published", Cast.NONE);
  }
}
