package dev.swarmha.stack.model;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One service of the file to the model. */
final class ServiceBinder {

  private final DeployBinder deploy = new DeployBinder();
  private final AttachmentBinder attachments = new AttachmentBinder();
  private final ConfinementBinder confinement = new ConfinementBinder();

  StackService bind(String name, Document document) {
    Fields service = new Fields(document.asMapping().orElse(Mapping.empty()));
    return new StackService(
        name,
        service.text("image").orElse(""),
        service.textsByName("labels"),
        process(service),
        names(service),
        confinement.bind(service),
        service.section("healthcheck").map(ServiceBinder::healthcheck),
        service.section("logging").map(ServiceBinder::logging),
        attachments.bind(service),
        deploy.bind(service),
        dependencies(service),
        availability(service.sectionOrNone("x-swarmha")),
        document.origin());
  }

  private static ServiceProcess process(Fields service) {
    return new ServiceProcess(
        service.texts("entrypoint"),
        service.texts("command"),
        environment(service),
        service.text("user"),
        service.texts("group_add"),
        service.text("working_dir"),
        service.text("stop_signal"),
        service.duration("stop_grace_period"),
        service.flag("tty"),
        service.flag("stdin_open"),
        service.truth("init"));
  }

  private static Map<String, Optional<String>> environment(Fields service) {
    Map<String, Optional<String>> variables = new LinkedHashMap<>();
    service
        .mapping()
        .mapping("environment")
        .entries()
        .forEach((name, value) -> variables.put(name, value.asText()));
    return variables;
  }

  private static ServiceNames names(Fields service) {
    return new ServiceNames(
        service.text("hostname"),
        service.texts("extra_hosts"),
        service.texts("dns"),
        service.texts("dns_search"),
        service.texts("dns_opt"));
  }

  /** A list of names, or a mapping with more about each. */
  private static List<Dependency> dependencies(Fields service) {
    List<Dependency> dependencies = new ArrayList<>();
    service.texts("depends_on").forEach(name -> dependencies.add(Dependency.onStartOf(name)));
    service
        .each("depends_on", details -> details)
        .forEach((name, details) -> dependencies.add(dependency(name, details)));
    return dependencies;
  }

  private static Dependency dependency(String service, Fields details) {
    return new Dependency(
        service,
        details
            .text("condition")
            .map(Dependency.Condition::of)
            .orElse(Dependency.Condition.SERVICE_STARTED),
        details.truth("required").orElse(true),
        details.flag("restart"));
  }

  private static Healthcheck healthcheck(Fields check) {
    return new Healthcheck(
        check.flag("disable"),
        check.texts("test"),
        check.duration("interval"),
        check.duration("timeout"),
        check.duration("start_period"),
        check.duration("start_interval"),
        check.number("retries"));
  }

  private static Logging logging(Fields logging) {
    return new Logging(logging.text("driver"), logging.textsByName("options"));
  }

  private static Availability availability(Fields swarmha) {
    return new Availability(
        swarmha.number("minAvailable"),
        swarmha.sections("health").map(ServiceBinder::healthPort).toList(),
        swarmha.text("stackImage"));
  }

  private static HealthPort healthPort(Fields health) {
    Optional<String> scheme = health.text("scheme");
    return new HealthPort(
        health.smallNumber("port").orElse(0),
        health.text("path").or(() -> scheme.map(web -> "/")),
        scheme.filter("https"::equalsIgnoreCase).isPresent(),
        StackBinder.expectation(health));
  }
}
