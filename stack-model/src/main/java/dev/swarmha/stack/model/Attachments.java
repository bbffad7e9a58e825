package dev.swarmha.stack.model;

import java.util.List;

/** What a service is connected to. */
public record Attachments(
    List<NetworkUse> networks,
    List<Port> ports,
    List<Mount> mounts,
    List<FileUse> secrets,
    List<FileUse> configs) {

  public Attachments {
    networks = List.copyOf(networks);
    ports = List.copyOf(ports);
    mounts = List.copyOf(mounts);
    secrets = List.copyOf(secrets);
    configs = List.copyOf(configs);
  }
}
