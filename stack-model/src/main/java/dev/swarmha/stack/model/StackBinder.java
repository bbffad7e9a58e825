package dev.swarmha.stack.model;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.stack.dialect.Dialect;
import dev.swarmha.stack.source.EntryVariables;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A valid, merged file in its long form to the model. */
final class StackBinder {

  private final ServiceBinder services = new ServiceBinder();
  private final EntryVariables variables;

  /** A binder that takes the contents of secrets and configs from these variables. */
  StackBinder(EntryVariables variables) {
    this.variables = variables;
  }

  Stack bind(Dialect dialect, Mapping merged) {
    Fields root = new Fields(merged);
    Map<String, StackService> bound = new TreeMap<>();
    merged
        .mapping("services")
        .entries()
        .forEach((name, service) -> bound.put(name, services.bind(name, service)));
    return new Stack(
        dialect,
        bound,
        root.each("networks", StackBinder::network),
        root.each("volumes", StackBinder::volume),
        root.eachNamed("secrets", (name, one) -> file(DocumentPath.of("secrets", name), one)),
        root.eachNamed("configs", (name, one) -> file(DocumentPath.of("configs", name), one)),
        root.sectionOrNone("x-swarmha").sections("health").map(StackBinder::healthUrl).toList(),
        merged);
  }

  private static StackNetwork network(Fields network) {
    return new StackNetwork(
        network.text("name"),
        network.flag("external"),
        network.text("driver"),
        network.textsByName("driver_opts"),
        network.flag("internal"),
        network.flag("attachable"),
        network.textsByName("labels"),
        network.section("ipam").flatMap(StackBinder::addresses),
        network.truth("enable_ipv4"),
        network.truth("enable_ipv6"));
  }

  private static Optional<StackNetwork.AddressManagement> addresses(Fields ipam) {
    StackNetwork.AddressManagement addresses =
        new StackNetwork.AddressManagement(
            ipam.text("driver"),
            ipam.sections("config").map(StackBinder::pool).toList(),
            ipam.textsByName("options"));
    boolean given =
        addresses.driver().isPresent()
            || !addresses.pools().isEmpty()
            || !addresses.options().isEmpty();
    return given ? Optional.of(addresses) : Optional.empty();
  }

  private static StackNetwork.AddressPool pool(Fields pool) {
    return new StackNetwork.AddressPool(
        pool.text("subnet"),
        pool.text("ip_range"),
        pool.text("gateway"),
        pool.textsByName("aux_addresses"));
  }

  private static StackVolume volume(Fields volume) {
    return new StackVolume(
        volume.text("name"),
        volume.flag("external"),
        volume.text("driver"),
        volume.textsByName("driver_opts"),
        volume.textsByName("labels"));
  }

  private StackFile file(DocumentPath entry, Fields file) {
    boolean external = file.flag("external");
    Origin origin =
        Stream.of("file", "content", "environment")
            .flatMap(key -> file.mapping().get(key).stream())
            .findFirst()
            .map(Document::origin)
            .orElse(file.mapping().origin());
    return new StackFile(
        file.text("name"),
        external,
        file.text("file").filter(path -> !external).map(Path::of),
        given(entry, file).filter(content -> !external),
        file.textsByName("labels"),
        file.text("driver"),
        file.textsByName("driver_opts"),
        file.text("template_driver"),
        origin);
  }

  /** The value of a variable stays out of the rendered file, because it may be a secret. */
  private Optional<GivenContent> given(DocumentPath entry, Fields file) {
    return file.mapping()
        .text("content")
        .or(() -> file.text("environment").flatMap(name -> variables.get(entry, name)))
        .map(GivenContent::new);
  }

  private static HealthUrl healthUrl(Fields health) {
    return new HealthUrl(health.text("url").orElse(""), expectation(health));
  }

  static Expectation expectation(Fields health) {
    Optional<String> status =
        health.text("status").or(() -> health.number("status").map(String::valueOf));
    return new Expectation(
        status,
        health.text("contains"),
        health
            .text("ca")
            .map(file -> new Expectation.AuthorityFile(Path.of(file), health.originOf("ca"))),
        health.smallNumber("passes"),
        health.smallNumber("retries"),
        health.duration("interval"),
        health.duration("timeout"));
  }
}
