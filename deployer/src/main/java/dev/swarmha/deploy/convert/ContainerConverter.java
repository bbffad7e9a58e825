package dev.swarmha.deploy.convert;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.stack.model.Confinement;
import dev.swarmha.stack.model.CredentialSpec;
import dev.swarmha.stack.model.ServiceNames;
import dev.swarmha.stack.model.ServiceProcess;
import dev.swarmha.stack.model.Stack;
import dev.swarmha.stack.model.StackService;
import dev.swarmha.stack.model.Ulimit;
import dev.swarmha.stack.value.ImageReference;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What runs in the containers of a service. */
final class ContainerConverter {

  private final ScopedNames names;
  private final MountConverter mounts;
  private final FileReferenceConverter secrets;
  private final FileReferenceConverter configs;
  private final PrivilegesConverter privileges;
  private final HealthcheckConverter healthchecks = new HealthcheckConverter();

  ContainerConverter(Stack stack, ScopedNames names) {
    this.names = names;
    this.mounts = new MountConverter(stack, names);
    this.secrets = new FileReferenceConverter(ResourceKind.SECRET, stack.secrets(), names);
    this.configs = new FileReferenceConverter(ResourceKind.CONFIG, stack.configs(), names);
    this.privileges = new PrivilegesConverter(configs);
  }

  Mapping convert(StackService service) {
    ServiceProcess process = service.process();
    Confinement confinement = service.confinement();
    SpecBuilder spec =
        new SpecBuilder()
            .always("Image", tagged(service.image()))
            .always("Labels", names.labels(service.labels()))
            // Docker's words: what a stack file calls entrypoint is the command of a spec.
            .texts("Command", process.entrypoint())
            .texts("Args", process.command())
            .text("Hostname", service.names().hostname())
            .texts("Env", environment(process.environment()))
            .text("Dir", process.workingDirectory())
            .text("User", process.user())
            .texts("Groups", process.groups())
            .document("Init", process.init().map(Document::bool))
            .text("StopSignal", process.stopSignal())
            .givenDuration("StopGracePeriod", process.stopGracePeriod())
            .flag("TTY", process.tty())
            .flag("OpenStdin", process.standardInput())
            .flag("ReadOnly", confinement.readOnly());
    resolution(service.names(), spec);
    confinement(confinement, spec);
    return spec.document("Healthcheck", service.healthcheck().map(healthchecks::convert))
        .list("Mounts", service.attachments().mounts().stream().map(mounts::convert).toList())
        .list("Secrets", secrets.convert(service.attachments().secrets(), Optional.empty()))
        .list("Configs", configs.convert(service.attachments().configs(), inUse(confinement)))
        .build();
  }

  /** The config that the container does not see as a file, but is run with. */
  private static Optional<String> inUse(Confinement confinement) {
    return confinement.credentialSpec().flatMap(CredentialSpec::config);
  }

  private static String tagged(String image) {
    return ImageReference.isIdentifier(image) ? image : ImageReference.parse(image).tagged();
  }

  private static List<String> environment(Map<String, Optional<String>> variables) {
    return variables.entrySet().stream()
        .map(entry -> entry.getKey() + entry.getValue().map(value -> "=" + value).orElse(""))
        .sorted()
        .toList();
  }

  private static void resolution(ServiceNames names, SpecBuilder spec) {
    spec.texts("Hosts", names.extraHosts().stream().map(ContainerConverter::hostsLine).toList());
    Mapping dns =
        new SpecBuilder()
            .texts("Nameservers", names.nameServers())
            .texts("Search", names.searchDomains())
            .texts("Options", names.resolverOptions())
            .build();
    if (!dns.isEmpty()) {
      spec.always("DNSConfig", dns);
    }
  }

  /** {@code HOST:ADDRESS} in the order of /etc/hosts, as the Engine wants it. */
  private static String hostsLine(String host) {
    int colon = host.indexOf(':');
    return host.substring(colon + 1) + " " + host.substring(0, colon);
  }

  private void confinement(Confinement confinement, SpecBuilder spec) {
    Capabilities capabilities =
        Capabilities.of(confinement.addedCapabilities(), confinement.droppedCapabilities());
    spec.always("Privileges", privileges.convert(confinement))
        .text("Isolation", confinement.isolation())
        .textsByName("Sysctls", confinement.sysctls())
        .texts("CapabilityAdd", capabilities.added())
        .texts("CapabilityDrop", capabilities.dropped())
        .list("Ulimits", ulimits(confinement.ulimits()))
        .number("OomScoreAdj", confinement.outOfMemoryScore());
  }

  private static List<Mapping> ulimits(List<Ulimit> ulimits) {
    return ulimits.stream()
        .sorted(Comparator.comparing(Ulimit::name))
        .map(
            limit ->
                new SpecBuilder()
                    .always("Name", limit.name())
                    .always("Hard", limit.hard())
                    .always("Soft", limit.soft())
                    .build())
        .toList();
  }
}
