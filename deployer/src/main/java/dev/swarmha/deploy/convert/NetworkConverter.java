package dev.swarmha.deploy.convert;

import dev.swarmha.deploy.plan.DesiredResource;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.engine.ResourceRef;
import dev.swarmha.stack.model.NetworkUse;
import dev.swarmha.stack.model.Stack;
import dev.swarmha.stack.model.StackNetwork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The networks that some service of the stack is on; others are left alone. */
final class NetworkConverter {

  private static final String OVERLAY = "overlay";
  private static final Set<String> PREDEFINED = Set.of("default", "bridge", "host", "none");
  private static final StackNetwork UNDECLARED =
      new StackNetwork(
          Optional.empty(),
          false,
          Optional.empty(),
          Map.of(),
          false,
          false,
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private final Stack stack;
  private final ScopedNames names;

  NetworkConverter(Stack stack, ScopedNames names) {
    this.stack = stack;
    this.names = names;
  }

  List<DesiredResource> owned() {
    return used().stream()
        .filter(key -> !names.isExternalNetwork(key))
        .map(key -> convert(names.network(key), stack.networks().getOrDefault(key, UNDECLARED)))
        .toList();
  }

  /** Networks that must be there; those that every Engine has by itself are not looked for. */
  Set<ResourceRef> externals() {
    return used().stream()
        .filter(names::isExternalNetwork)
        .map(names::network)
        .filter(NetworkConverter::isUserDefined)
        .map(name -> new ResourceRef(ResourceKind.NETWORK, name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether services can have aliases on a network of this name. */
  static boolean isUserDefined(String name) {
    return !PREDEFINED.contains(name) && !name.startsWith("container:");
  }

  private Set<String> used() {
    return stack.services().values().stream()
        .flatMap(service -> service.attachments().networks().stream())
        .map(NetworkUse::network)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private DesiredResource convert(String name, StackNetwork network) {
    Document options =
        network.driverOptions().isEmpty()
            ? Document.nothing()
            : Mapping.ofTexts(network.driverOptions());
    Mapping spec =
        new SpecBuilder()
            .always("Name", name)
            .always("Driver", network.driver().orElse(OVERLAY))
            .always("Scope", "")
            .always(
                "IPAM",
                network.addresses().<Document>map(this::addresses).orElse(Document.nothing()))
            .always("Internal", network.internal())
            .always("Attachable", network.attachable())
            .always("Ingress", false)
            .always("ConfigOnly", false)
            .always("ConfigFrom", Document.nothing())
            .always("Options", options)
            .always("Labels", names.labels(network.labels()))
            .document("EnableIPv4", network.ipv4().map(Document::bool))
            .document("EnableIPv6", network.ipv6().map(Document::bool))
            .build();
    return DesiredResource.of(new ResourceRef(ResourceKind.NETWORK, name), spec);
  }

  private Mapping addresses(StackNetwork.AddressManagement addresses) {
    List<Mapping> pools = addresses.pools().stream().map(NetworkConverter::pool).toList();
    Document options =
        addresses.options().isEmpty() ? Document.nothing() : Mapping.ofTexts(addresses.options());
    return new SpecBuilder()
        .always("Driver", addresses.driver().orElse(""))
        .always("Options", options)
        .list("Config", pools)
        .build();
  }

  private static Mapping pool(StackNetwork.AddressPool pool) {
    return new SpecBuilder()
        .text("Subnet", pool.subnet())
        .text("IPRange", pool.range())
        .text("Gateway", pool.gateway())
        .textsByName("AuxiliaryAddresses", pool.reserved())
        .build();
  }
}
