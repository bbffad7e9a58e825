package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Mapping;
import dev.swarmha.stack.dialect.Dialect;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stack: its services and what they use, each by the name that it has in the file.
 *
 * @param dialect how the files were read
 * @param health what must answer before the stack counts as healthy
 * @param rendered the merged and interpolated file in its long form
 */
public record Stack(
    Dialect dialect,
    Map<String, StackService> services,
    Map<String, StackNetwork> networks,
    Map<String, StackVolume> volumes,
    Map<String, StackFile> secrets,
    Map<String, StackFile> configs,
    List<HealthUrl> health,
    Mapping rendered) {

  public Stack {
    requireNonNull(dialect, "dialect");
    services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
    networks = Collections.unmodifiableMap(new LinkedHashMap<>(networks));
    volumes = Collections.unmodifiableMap(new LinkedHashMap<>(volumes));
    secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
    configs = Collections.unmodifiableMap(new LinkedHashMap<>(configs));
    health = List.copyOf(health);
    requireNonNull(rendered, "rendered");
  }

  public Optional<StackService> service(String serviceName) {
    return Optional.ofNullable(services.get(serviceName));
  }
}
