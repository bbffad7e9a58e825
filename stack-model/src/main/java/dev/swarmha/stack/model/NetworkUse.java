package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A network that a service is on, by its name in the file. */
public record NetworkUse(String network, List<String> aliases, Map<String, String> driverOptions) {

  public NetworkUse {
    requireNonNull(network, "network");
    aliases = List.copyOf(aliases);
    driverOptions = Collections.unmodifiableMap(new LinkedHashMap<>(driverOptions));
  }
}
