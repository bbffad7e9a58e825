package dev.swarmha.deploy.cluster.declared;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.model.StackNetwork;
import dev.swarmha.stack.model.StackNetwork.AddressManagement;
import dev.swarmha.stack.model.StackNetwork.AddressPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A network of a cluster's file: how it is made, and in what one that is there differs from it. */
record NetworkShape(String name, StackNetwork network) {

  private static final String OVERLAY = "overlay";

  private String driver() {
    return network.driver().orElse(OVERLAY);
  }

  /** What the Engine is asked to make. */
  Mapping spec() {
    Mapping.Builder spec =
        Mapping.builder()
            .put("Name", name)
            .put("Driver", driver())
            .put("Internal", network.internal())
            .put("Attachable", network.attachable())
            .put("Ingress", false)
            .put("Options", Mapping.ofTexts(network.driverOptions()))
            .put("Labels", Mapping.ofTexts(network.labels()));
    network.ipv6().ifPresent(wanted -> spec.put("EnableIPv6", wanted));
    network.addresses().ifPresent(addresses -> spec.put("IPAM", ipam(addresses)));
    return spec.build();
  }

  private static Mapping ipam(AddressManagement addresses) {
    return Mapping.builder()
        .put("Driver", addresses.driver().orElse("default"))
        .put("Config", Sequence.of(addresses.pools().stream().map(NetworkShape::pool).toList()))
        .build();
  }

  private static Mapping pool(AddressPool pool) {
    return Mapping.builder()
        .putIfPresent("Subnet", pool.subnet().map(Document::text))
        .putIfPresent("IPRange", pool.range().map(Document::text))
        .putIfPresent("Gateway", pool.gateway().map(Document::text))
        .build();
  }

  /** In what a network of this name differs, as far as the file says what it should be. */
  List<String> differences(Mapping observed) {
    List<String> differences = new ArrayList<>();
    compare(differences, "driver", observed.text("Driver").orElse(""), driver());
    compare(differences, "internal", flag(observed, "Internal"), network.internal());
    compare(differences, "attachable", flag(observed, "Attachable"), network.attachable());
    network
        .ipv6()
        .ifPresent(
            wanted -> compare(differences, "enable_ipv6", flag(observed, "EnableIPv6"), wanted));
    compareAll(differences, "driver_opts", observed.mapping("Options"), network.driverOptions());
    compareAll(differences, "labels", observed.mapping("Labels"), network.labels());
    List<Mapping> pools = observed.mapping("IPAM").sequence("Config").mappings().toList();
    List<AddressPool> wanted = network.addresses().map(AddressManagement::pools).orElse(List.of());
    for (AddressPool pool : wanted) {
      boolean there =
          pools.stream()
              .anyMatch(
                  known ->
                      pool(pool).entries().entrySet().stream()
                          .allMatch(
                              entry ->
                                  known.get(entry.getKey()).equals(Optional.of(entry.getValue()))));
      if (!there) {
        differences.add("it has no subnet " + pool.subnet().orElse(""));
      }
    }
    return differences;
  }

  private static boolean flag(Mapping observed, String key) {
    return observed.get(key).flatMap(Document::asBoolean).orElse(false);
  }

  private static <T> void compare(List<String> differences, String what, T observed, T wanted) {
    if (!observed.equals(wanted)) {
      differences.add(what + " is " + observed + ", not " + wanted);
    }
  }

  private static void compareAll(
      List<String> differences, String what, Mapping observed, Map<String, String> wanted) {
    wanted.forEach(
        (key, value) ->
            compare(differences, what + "." + key, observed.text(key).orElse("(none)"), value));
  }
}
