package dev.swarmha.deploy.words;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.PathTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a stack file says what runs in the containers of a service. */
final class ContainerPhrases {

  private static final String CONTAINER = "TaskTemplate.ContainerSpec.";

  /** Docker's words: the command of a spec is what a stack file calls entrypoint. */
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("Image", "image"),
          Map.entry("Command", "entrypoint"),
          Map.entry("Args", "command"),
          Map.entry("Hostname", "hostname"),
          Map.entry("Dir", "working_dir"),
          Map.entry("User", "user"),
          Map.entry("Init", "init"),
          Map.entry("StopSignal", "stop_signal"),
          Map.entry("TTY", "tty"),
          Map.entry("OpenStdin", "stdin_open"),
          Map.entry("ReadOnly", "read_only"),
          Map.entry("CapabilityAdd", "cap_add"),
          Map.entry("CapabilityDrop", "cap_drop"),
          Map.entry("DNSConfig.Nameservers", "dns"),
          Map.entry("DNSConfig.Search", "dns_search"),
          Map.entry("DNSConfig.Options", "dns_opt"),
          Map.entry("Groups", "group_add"),
          Map.entry("OomScoreAdj", "oom_score_adj"),
          Map.entry("Privileges." + FileShape.SECURITY_OPTIONS, "security_opt"),
          Map.entry("Privileges.CredentialSpec." + FileShape.CONFIG_NAME, "credential_spec.config"),
          Map.entry("Labels.*", "labels.*"),
          Map.entry("Sysctls.*", "sysctls.*"),
          Map.entry("Healthcheck.Test", "healthcheck.test"),
          Map.entry("Healthcheck.Retries", "healthcheck.retries"),
          Map.entry("Ulimits.[].Name", "ulimits.[].name"),
          Map.entry("Ulimits.[].Soft", "ulimits.[].soft"),
          Map.entry("Ulimits.[].Hard", "ulimits.[].hard"),
          Map.entry("Mounts.[].Type", "volumes.[].type"),
          Map.entry("Mounts.[].Source", "volumes.[].source"),
          Map.entry("Mounts.[].Target", "volumes.[].target"),
          Map.entry("Mounts.[].ReadOnly", "volumes.[].read_only"),
          Map.entry("Mounts.[].Consistency", "volumes.[].consistency"),
          Map.entry("Mounts.[].BindOptions.Propagation", "volumes.[].bind.propagation"),
          Map.entry("Mounts.[].VolumeOptions.NoCopy", "volumes.[].volume.nocopy"),
          Map.entry("Mounts.[].VolumeOptions.Subpath", "volumes.[].volume.subpath"),
          Map.entry("Mounts.[].VolumeOptions.Labels.*", "volumes.[].volume.labels.*"),
          Map.entry("Mounts.[].VolumeOptions.DriverConfig.Name", "volumes.[].volume.driver"),
          Map.entry(
              "Mounts.[].VolumeOptions.DriverConfig.Options.*", "volumes.[].volume.driver_opts.*"),
          Map.entry("Mounts.[].TmpfsOptions.SizeBytes", "volumes.[].tmpfs.size"),
          Map.entry("Mounts.[].TmpfsOptions.Mode", "volumes.[].tmpfs.mode"));

  private static final List<String> DURATIONS =
      List.of("Interval", "Timeout", "StartPeriod", "StartInterval");

  private ContainerPhrases() {}

  static void add(PathTable.Builder<Phrase> table) {
    SAME.forEach((spec, file) -> table.row(CONTAINER + spec, Phrase.at(file)));
    table
        .row(CONTAINER + "Env", Phrase.at("environment", ContainerPhrases::environment))
        .row(CONTAINER + "Hosts", Phrase.at("extra_hosts", ContainerPhrases::hosts))
        .row(CONTAINER + "Isolation", Phrase.at("isolation").unless("default"))
        .row(
            CONTAINER + "StopGracePeriod",
            Phrase.at("stop_grace_period", ServicePhrases.duration()))
        .row(CONTAINER + "Healthcheck", Phrase.section("healthcheck"))
        .row(CONTAINER + "Mounts.[].BindOptions", Phrase.section("volumes.[].bind"))
        .row(
            CONTAINER + "Mounts.[].BindOptions.NonRecursive",
            Phrase.at("volumes.[].bind.recursive", ServicePhrases.constant("disabled"))
                .unless(Document.bool(false)))
        .row(CONTAINER + "Mounts.[].TmpfsOptions", Phrase.section("volumes.[].tmpfs"));
    for (String key : DURATIONS) {
      String word = key.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
      table.row(
          CONTAINER + "Healthcheck." + key,
          Phrase.at("healthcheck." + word, ServicePhrases.duration()));
    }
    String credentials = CONTAINER + "Privileges.CredentialSpec.";
    table
        .row(credentials + "File", Phrase.at("credential_spec.file").unless(""))
        .row(credentials + "Registry", Phrase.at("credential_spec.registry").unless(""));
    files(table, "Secrets", "SecretName", "SecretID");
    files(table, "Configs", "ConfigName", "ConfigID");
  }

  private static void files(
      PathTable.Builder<Phrase> table, String list, String name, String identifier) {
    String spec = CONTAINER + list + ".[].";
    String file = list.toLowerCase(Locale.ROOT) + ".[].";
    table
        .row(spec + name, Phrase.at(file + "source"))
        .row(spec + identifier, Phrase.silence())
        .row(spec + "File.Name", Phrase.at(file + "target"))
        .row(spec + "File.UID", Phrase.at(file + "uid").unless("0"))
        .row(spec + "File.GID", Phrase.at(file + "gid").unless("0"))
        .row(spec + "File.Mode", Phrase.at(file + "mode").unless(Document.number(0444)));
  }

  /** By name; a variable without a value has null. */
  private static Optional<Document> environment(Document list) {
    Mapping.Builder variables = Mapping.builder();
    for (String each : ServicePhrases.texts(list)) {
      String[] parts = each.split("=", 2);
      variables.put(parts[0], parts.length == 2 ? Document.text(parts[1]) : Document.nothing());
    }
    return Optional.of(variables.build());
  }

  /** {@code ADDRESS HOST} as in /etc/hosts to {@code HOST:ADDRESS}. */
  private static Optional<Document> hosts(Document list) {
    List<String> lines = ServicePhrases.texts(list);
    boolean plain = lines.stream().allMatch(line -> line.matches("\\S+ [^\\s:=]+"));
    return plain
        ? Optional.of(Document.texts(lines.stream().map(ContainerPhrases::host).toList()))
        : Optional.empty();
  }

  private static String host(String line) {
    int blank = line.indexOf(' ');
    return line.substring(blank + 1) + ":" + line.substring(0, blank);
  }
}
