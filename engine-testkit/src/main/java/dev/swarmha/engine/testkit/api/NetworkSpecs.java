package dev.swarmha.engine.testkit.api;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Sequence;

/** What the Engine makes of a network's spec: every field present, and a subnet of its choice. */
final class NetworkSpecs {

  /** The network that every swarm has from its beginning. */
  static final Mapping INGRESS =
      Mapping.builder()
          .put("Name", "ingress")
          .put("Driver", "overlay")
          .put("Ingress", true)
          .build();

  private int subnets;

  Mapping complete(Mapping asked) {
    Mapping.Builder spec =
        Mapping.builder()
            .put("Name", asked.text("Name").orElse(""))
            .put("EnableIPv6", false)
            .put("IPAM", Mapping.empty())
            .put("Internal", false)
            .put("Attachable", false)
            .put("Ingress", false)
            .put("ConfigOnly", false)
            .put("Options", Mapping.empty());
    asked.entries().forEach((key, value) -> putUnlessNull(spec, key, value));
    Mapping complete =
        spec.put("Driver", driver(asked))
            .put("IPAM", addresses(asked.mapping("IPAM")))
            .put("Labels", asked.mapping("Labels"))
            .build()
            .without("Scope");
    boolean configured = complete.mapping("ConfigFrom").text("Network").isPresent();
    return configured ? complete : complete.without("ConfigFrom");
  }

  private static void putUnlessNull(Mapping.Builder spec, String key, Document value) {
    if (!value.isNull()) {
      spec.put(key, value);
    }
  }

  private static String driver(Mapping asked) {
    return asked.text("Driver").filter(name -> !name.isEmpty()).orElse("overlay");
  }

  private Mapping addresses(Mapping asked) {
    Mapping.Builder ipam =
        Mapping.builder()
            .put("Driver", asked.text("Driver").filter(name -> !name.isEmpty()).orElse("default"))
            .put("Options", asked.get("Options").orElseGet(Document::nothing));
    Sequence given = asked.sequence("Config");
    return ipam.put("Config", given.isEmpty() ? Sequence.of(nextSubnet()) : gatewayed(given))
        .build();
  }

  /** The Engine takes the first address of a subnet as gateway unless told otherwise. */
  private static Sequence gatewayed(Sequence subnets) {
    return Sequence.of(subnets.mappings().map(NetworkSpecs::gatewayed).toList());
  }

  private static Mapping gatewayed(Mapping subnet) {
    String range = subnet.text("Subnet").orElse("");
    boolean derivable = !subnet.has("Gateway") && range.contains(".0/");
    return derivable
        ? subnet.with("Gateway", Document.text(range.replaceFirst("\\.0/.*", ".1")))
        : subnet;
  }

  private Mapping nextSubnet() {
    String prefix = "10.0." + subnets++ + ".";
    return Mapping.builder().put("Subnet", prefix + "0/24").put("Gateway", prefix + "1").build();
  }
}
