package dev.swarmha.deploy.words;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.PathTable;
import java.util.List;
import java.util.Optional;

/**
 * How a stack file says what a service's spec does, but for what runs in its containers. What the
 * Engine fills in without a trace of whether it was asked for needs no words.
 */
final class ServicePhrases {

  private static final Phrase.Words DURATION =
      value -> value.asLong().map(Units::duration).map(Document::text);
  private static final Phrase.Words BYTES =
      value -> value.asLong().map(Units::bytes).map(Document::text);
  private static final Phrase.Words CPUS =
      value -> value.asLong().map(Units::cpus).map(Document::text);

  private static final Phrase.Words MEMORY_AND_SWAP =
      value ->
          value
              .asLong()
              .map(bytes -> bytes < 0 ? String.valueOf(bytes) : Units.bytes(bytes))
              .map(Document::text);
  private static final long ALL = 100;
  private static final String PLAIN_ARM = "arm";
  private static final String PLATFORM_WORD = "[a-z0-9_]+";
  private static final Phrase.Words PERCENT =
      value ->
          Optional.of(value)
              .filter(each -> each.asLong().filter(n -> 0 <= n && n <= ALL).isPresent());

  private ServicePhrases() {}

  static PathTable<Phrase> table() {
    PathTable.Builder<Phrase> table = PathTable.builder();
    table.row("Name", Phrase.at("name")).row("Labels.*", Phrase.at("deploy.labels.*"));
    mode(table);
    policy(table, "UpdateConfig", "deploy.update_config");
    policy(table, "RollbackConfig", "deploy.rollback_config");
    endpoint(table);
    task(table);
    resources(table, "TaskTemplate.Resources.Limits", "deploy.resources.limits");
    resources(table, "TaskTemplate.Resources.Reservations", "deploy.resources.reservations");
    table
        .row(
            "TaskTemplate.Resources." + FileShape.MEMORY_AND_SWAP,
            Phrase.at("memswap_limit", MEMORY_AND_SWAP))
        .row("TaskTemplate.Resources.MemorySwappiness", Phrase.at("mem_swappiness", PERCENT));
    ContainerPhrases.add(table);
    return table.build();
  }

  private static void mode(PathTable.Builder<Phrase> table) {
    table
        .row("Mode.Replicated.Replicas", Phrase.at("deploy.replicas"))
        .row("Mode.Global", Phrase.at("deploy.mode", constant("global")).andBelow())
        .row("Mode.GlobalJob", Phrase.at("deploy.mode", constant("global-job")).andBelow())
        .row("Mode.ReplicatedJob", Phrase.at("deploy.mode", constant("replicated-job")).andBelow())
        .row("Mode.ReplicatedJob.MaxConcurrent", Phrase.at("deploy.replicas"))
        .row("Mode.ReplicatedJob.TotalCompletions", Phrase.at("deploy.replicas"));
  }

  static Phrase.Words constant(String word) {
    return value -> Optional.of(Document.text(word));
  }

  private static void policy(PathTable.Builder<Phrase> table, String spec, String file) {
    table
        .row(spec, Phrase.section(file))
        .row(spec + ".Parallelism", Phrase.at(file + ".parallelism"))
        .row(spec + ".Delay", Phrase.at(file + ".delay", DURATION))
        .row(spec + ".FailureAction", Phrase.at(file + ".failure_action").unless("pause"))
        .row(spec + ".Monitor", Phrase.at(file + ".monitor", DURATION))
        .row(
            spec + ".MaxFailureRatio",
            Phrase.at(file + ".max_failure_ratio").unless(Document.number(0)))
        .row(spec + ".Order", Phrase.at(file + ".order").unless("stop-first"));
  }

  private static void endpoint(PathTable.Builder<Phrase> table) {
    table
        .row("EndpointSpec.Mode", Phrase.at("deploy.endpoint_mode").unless("vip"))
        .row("EndpointSpec.Ports.[].Name", Phrase.at("ports.[].name").unless(""))
        .row("EndpointSpec.Ports.[].TargetPort", Phrase.at("ports.[].target"))
        .row("EndpointSpec.Ports.[].PublishedPort", Phrase.at("ports.[].published"))
        .row("EndpointSpec.Ports.[].Protocol", Phrase.at("ports.[].protocol").unless("tcp"))
        .row("EndpointSpec.Ports.[].PublishMode", Phrase.at("ports.[].mode").unless("ingress"));
  }

  private static void task(PathTable.Builder<Phrase> table) {
    String restart = "TaskTemplate.RestartPolicy";
    String placement = "TaskTemplate.Placement";
    table
        .row("TaskTemplate.Runtime", Phrase.none().unless("container"))
        // Counts the restarts that somebody forced; every deploy keeps it.
        .row("TaskTemplate.ForceUpdate", Phrase.silence())
        .row(restart, Phrase.section("deploy.restart_policy"))
        .row(restart + ".Condition", Phrase.at("deploy.restart_policy.condition").unless("any"))
        .row(restart + ".Delay", Phrase.at("deploy.restart_policy.delay", DURATION))
        .row(
            restart + ".MaxAttempts",
            Phrase.at("deploy.restart_policy.max_attempts").unless(Document.number(0)))
        .row(restart + ".Window", Phrase.at("deploy.restart_policy.window", DURATION))
        .row(placement + ".Constraints", Phrase.at("deploy.placement.constraints"))
        .row(
            placement + ".Preferences.[].Spread.SpreadDescriptor",
            Phrase.at("deploy.placement.preferences.[].spread"))
        .row(placement + ".Platforms", Phrase.at("platform", ServicePhrases::platform))
        .row(placement + ".MaxReplicas", Phrase.at("deploy.placement.max_replicas_per_node"))
        .row("TaskTemplate.Networks.[].Target", Phrase.at("networks.[].name"))
        .row("TaskTemplate.Networks.[].Aliases", Phrase.at("networks.[].aliases"))
        .row("TaskTemplate.Networks.[].DriverOpts.*", Phrase.at("networks.[].driver_opts.*"))
        .row("TaskTemplate.LogDriver", Phrase.section("logging"))
        .row("TaskTemplate.LogDriver.Name", Phrase.at("logging.driver"))
        .row("TaskTemplate.LogDriver.Options.*", Phrase.at("logging.options.*"));
  }

  private static void resources(PathTable.Builder<Phrase> table, String spec, String file) {
    String generic = ".GenericResources.[].DiscreteResourceSpec";
    String said = file + ".generic_resources.[].discrete_resource_spec";
    table
        .row(spec, Phrase.section(file))
        .row(spec + ".NanoCPUs", Phrase.at(file + ".cpus", CPUS))
        .row(spec + ".MemoryBytes", Phrase.at(file + ".memory", BYTES))
        .row(spec + ".Pids", Phrase.at(file + ".pids"))
        .row(spec + generic + ".Kind", Phrase.at(said + ".kind"))
        .row(spec + generic + ".Value", Phrase.at(said + ".value"));
  }

  /**
   * A file asks for one platform or none; more than one come from the image. Plain arm has no
   * architecture in a spec.
   */
  private static Optional<Document> platform(Document list) {
    List<Mapping> platforms =
        list.asSequence().map(items -> items.mappings().toList()).orElse(List.of());
    if (platforms.size() != 1) {
      return Optional.empty();
    }
    Mapping only = platforms.get(0);
    String architecture =
        only.text("Architecture").filter(name -> !name.isEmpty()).orElse(PLAIN_ARM);
    String system = only.text("OS").orElse("");
    boolean readable = architecture.matches(PLATFORM_WORD) && system.matches(PLATFORM_WORD);
    return readable ? Optional.of(Document.text(system + "/" + architecture)) : Optional.empty();
  }

  static Phrase.Words duration() {
    return DURATION;
  }

  static List<String> texts(Document list) {
    return list.asSequence().map(items -> items.texts().toList()).orElse(List.of());
  }
}
