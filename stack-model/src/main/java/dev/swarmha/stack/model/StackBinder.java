package dev.swarmha.stack.model;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.stack.dialect.Dialect;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A valid, merged file in its long form to the model. */
final class StackBinder {

  private final ServiceBinder services = new ServiceBinder();

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
        root.each("secrets", StackBinder::file),
        root.each("configs", StackBinder::file),
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
        network.section("ipam").flatMap(StackBinder::addresses));
  }

  private static Optional<StackNetwork.AddressManagement> addresses(Fields ipam) {
    StackNetwork.AddressManagement addresses =
        new StackNetwork.AddressManagement(
            ipam.text("driver"),
            ipam.sections("config").flatMap(pool -> pool.text("subnet").stream()).toList());
    boolean given = addresses.driver().isPresent() || !addresses.subnets().isEmpty();
    return given ? Optional.of(addresses) : Optional.empty();
  }

  private static StackVolume volume(Fields volume) {
    return new StackVolume(
        volume.text("name"),
        volume.flag("external"),
        volume.text("driver"),
        volume.textsByName("driver_opts"),
        volume.textsByName("labels"));
  }

  private static StackFile file(Fields file) {
    boolean external = file.flag("external");
    Origin origin =
        file.mapping().get("file").map(Document::origin).orElse(file.mapping().origin());
    return new StackFile(
        file.text("name"),
        external,
        file.text("file").filter(path -> !external).map(Path::of),
        file.textsByName("labels"),
        file.text("driver"),
        file.textsByName("driver_opts"),
        file.text("template_driver"),
        origin);
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
        health.smallNumber("retries"),
        health.duration("interval"),
        health.duration("timeout"));
  }
}
