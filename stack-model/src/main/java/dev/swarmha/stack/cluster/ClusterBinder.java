package dev.swarmha.stack.cluster;

import dev.swarmha.document.Document;
import dev.swarmha.document.DocumentPath;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Origin;
import dev.swarmha.document.Sequence;
import dev.swarmha.stack.cluster.Access.TlsMaterial;
import dev.swarmha.stack.cluster.ClusterFile.Content;
import dev.swarmha.stack.cluster.ClusterFile.SwarmOptions;
import dev.swarmha.stack.cluster.ClusterMachine.Addresses;
import dev.swarmha.stack.model.StackNetwork;
import dev.swarmha.stack.model.StackNetwork.AddressManagement;
import dev.swarmha.stack.model.StackNetwork.AddressPool;
import dev.swarmha.stack.value.GoDuration;
import dev.swarmha.stack.value.GoNumbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** A valid file of a cluster to the model. */
final class ClusterBinder {

  private ClusterBinder() {}

  static ClusterFile bind(Mapping file) {
    return new ClusterFile(
        machines(file, "managers"),
        machines(file, "workers"),
        options(file.mapping("swarm")),
        each(file, "networks", (path, network) -> network(network)),
        each(file, "secrets", ClusterBinder::content),
        each(file, "configs", ClusterBinder::content));
  }

  private static <T> Map<String, T> each(
      Mapping file, String section, BiFunction<DocumentPath, Mapping, T> bind) {
    Map<String, T> bound = new LinkedHashMap<>();
    file.mapping(section)
        .entries()
        .forEach(
            (name, entry) ->
                bound.put(
                    name,
                    bind.apply(
                        DocumentPath.of(section, name),
                        entry.asMapping().orElse(Mapping.empty()))));
    return bound;
  }

  private static List<ClusterMachine> machines(Mapping file, String section) {
    List<ClusterMachine> machines = new ArrayList<>();
    List<Document> items = file.sequence(section).items();
    for (int i = 0; i < items.size(); i++) {
      Mapping machine = items.get(i).asMapping().orElse(Mapping.empty());
      machines.add(machine(section, DocumentPath.of(section).child(i), machine));
    }
    return machines;
  }

  private static ClusterMachine machine(String section, DocumentPath path, Mapping machine) {
    String key = machine.has("host") ? "host" : "context";
    return new ClusterMachine(
        section.equals("managers"),
        new Access(machine.text("host").map(String::strip), machine.text("context"), tls(machine)),
        machine.text("name"),
        new Addresses(
            machine.text("advertiseAddr"),
            machine.text("listenAddr"),
            machine.text("dataPathAddr")),
        machine.text("availability").map(word -> word.toLowerCase(Locale.ROOT)),
        texts(machine.get("labels")),
        path.child(key),
        machine.get(key).map(Document::origin).orElse(machine.origin()));
  }

  private static Optional<TlsMaterial> tls(Mapping machine) {
    return machine
        .get("tls")
        .flatMap(Document::asMapping)
        .map(tls -> new TlsMaterial(tls.text("ca").orElse(""), tls.text("cert"), tls.text("key")));
  }

  private static SwarmOptions options(Mapping swarm) {
    List<String> pools = new ArrayList<>(swarm.sequence("defaultAddrPool").texts().toList());
    swarm.text("defaultAddrPool").ifPresent(pools::add);
    return new SwarmOptions(
        swarm.get("autolock").flatMap(Document::asBoolean),
        swarm.number("taskHistoryLimit"),
        swarm.text("heartbeatPeriod").map(GoDuration::parse),
        swarm.text("nodeCertExpiry").map(GoDuration::parse),
        pools,
        swarm.number("subnetSize").map(Long::intValue));
  }

  private static StackNetwork network(Mapping network) {
    return new StackNetwork(
        Optional.empty(),
        false,
        network.text("driver"),
        texts(network.get("driver_opts")),
        flag(network, "internal"),
        flag(network, "attachable"),
        texts(network.get("labels")),
        network.get("ipam").flatMap(Document::asMapping).map(ClusterBinder::addresses),
        Optional.empty(),
        network.get("enable_ipv6").flatMap(Document::asBoolean));
  }

  private static boolean flag(Mapping mapping, String key) {
    return mapping.get(key).flatMap(Document::asBoolean).orElse(false);
  }

  private static AddressManagement addresses(Mapping ipam) {
    List<AddressPool> pools =
        ipam.sequence("config")
            .mappings()
            .map(
                pool ->
                    new AddressPool(
                        pool.text("subnet"), pool.text("ip_range"), pool.text("gateway"), Map.of()))
            .toList();
    return new AddressManagement(ipam.text("driver"), pools, Map.of());
  }

  private static Content content(DocumentPath path, Mapping content) {
    String key = content.has("file") ? "file" : "env";
    Origin origin = content.get(key).map(Document::origin).orElse(content.origin());
    return new Content(
        content.text("file"),
        content.text("env"),
        texts(content.get("labels")),
        path.child(key),
        origin);
  }

  /** A mapping, or a list of {@code NAME=VALUE}. */
  private static Map<String, String> texts(Optional<Document> written) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (written.isPresent() && written.get() instanceof Sequence list) {
      for (Document item : list.items()) {
        String[] parts = item.toString().split("=", 2);
        texts.put(parts[0], parts.length == 2 ? parts[1] : "");
      }
    }
    written
        .flatMap(Document::asMapping)
        .orElse(Mapping.empty())
        .entries()
        .forEach((key, value) -> texts.put(key, text(value)));
    return texts;
  }

  private static String text(Document value) {
    return value.isNull() ? "" : value.asScalar().map(GoNumbers::text).orElse("");
  }
}
