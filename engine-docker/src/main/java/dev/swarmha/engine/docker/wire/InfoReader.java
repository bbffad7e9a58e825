package dev.swarmha.engine.docker.wire;

import static dev.swarmha.engine.docker.wire.Values.text;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.EngineInfo;
import dev.swarmha.engine.EngineInfo.Membership;
import java.util.List;

/** Reads what an Engine says of itself. */
public final class InfoReader {

  private InfoReader() {}

  public static EngineInfo read(Mapping info, String apiVersion) {
    Mapping swarm = info.mapping("Swarm");
    return new EngineInfo(
        text(info, "ServerVersion"),
        apiVersion,
        text(info, "Name"),
        membership(swarm),
        Values.id(swarm, "NodeID"),
        text(swarm, "NodeAddr"),
        swarm.mapping("Cluster").text("ID").filter(id -> !id.isEmpty()),
        managers(swarm),
        text(swarm, "Error"),
        Values.instant(info, "SystemTime"));
  }

  private static Membership membership(Mapping swarm) {
    return switch (text(swarm, "LocalNodeState")) {
      case "inactive", "" -> Membership.INACTIVE;
      case "pending" -> Membership.PENDING;
      case "locked" -> Membership.LOCKED;
      case "error" -> Membership.ERROR;
      case "active" ->
          swarm.get("ControlAvailable").flatMap(Document::asBoolean).orElse(false)
              ? Membership.MANAGER
              : Membership.WORKER;
      default -> Membership.UNKNOWN;
    };
  }

  private static List<String> managers(Mapping swarm) {
    return swarm
        .sequence("RemoteManagers")
        .mappings()
        .flatMap(manager -> manager.text("Addr").stream())
        .sorted()
        .toList();
  }
}
